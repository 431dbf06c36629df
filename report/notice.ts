/** A message to a person about results: shown with the figure or table it concerns, never a stack trace. */
export interface Notice {
  /** `EXPC` and three digits; 8xx are about results. */
  readonly code: string;
  /** `error`: there is no picture. `warning`: there is one, and something is missing in it. */
  readonly severity: 'error' | 'warning';
  /** One sentence, lower case, no full stop; names in backticks. */
  readonly message: string;
  readonly place: { readonly file: string; readonly line: number | null } | null;
  /** One thing to do. */
  readonly hint?: string;
}

/** What reports complain about. Codes are never reused. */
export const noticeCodes = {
  brokenLine: 'EXPC800',
  badMetric: 'EXPC801',
  repeatedEvaluation: 'EXPC802',
  brokenDefinitions: 'EXPC803',
  unfinishedRuns: 'EXPC804',
  nothingSelected: 'EXPC805',
  unknownAxis: 'EXPC806',
  unmeasured: 'EXPC807',
  noStart: 'EXPC808',
  differentDefinitions: 'EXPC809',
  badImport: 'EXPC810',
  contaminated: 'EXPC811',
  skipped: 'EXPC812',
  unknownAblation: 'EXPC813',
  unknownLabel: 'EXPC814',
  unknownFigure: 'EXPC815',
  badRule: 'EXPC816',
  outOfRange: 'EXPC817',
  badReference: 'EXPC818',
  noPictures: 'EXPC819',
  missingEpochs: 'EXPC820',
  noTrajectory: 'EXPC821',
  leftOut: 'EXPC822',
  noEmbeddings: 'EXPC823',
} as const;

type Code = keyof typeof noticeCodes;

export function warning(
  code: Code,
  message: string,
  more: Partial<Pick<Notice, 'place' | 'hint'>> = {},
): Notice {
  return { code: noticeCodes[code], severity: 'warning', message, place: null, ...more };
}

export function error(
  code: Code,
  message: string,
  more: Partial<Pick<Notice, 'place' | 'hint'>> = {},
): Notice {
  return { code: noticeCodes[code], severity: 'error', message, place: null, ...more };
}

/** `1 run`, `2 runs`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** The first few of a list, in backticks: `` `a`, `b` and 3 more ``. */
export function some(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}

/** A notice for a terminal, in the form of the compiler's diagnostics. */
export function noticeText({ severity, code, message, place, hint }: Notice): string {
  const where = place === null ? '' : `\n  --> ${place.file}${place.line === null ? '' : `:${place.line}`}`;
  return `${severity}[${code}]: ${message}${where}${hint === undefined ? '' : `\nhint: ${hint}`}`;
}
