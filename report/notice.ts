/** A message to a person about results: shown with the figure or table it concerns, never a stack trace. */
export interface Notice {
  /** `EXPC` and three digits; reports have 900 to 949. */
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
  brokenLine: 'EXPC900',
  badMetric: 'EXPC901',
  repeatedEvaluation: 'EXPC902',
  brokenDefinitions: 'EXPC903',
  unfinishedRuns: 'EXPC904',
  nothingSelected: 'EXPC905',
  unknownAxis: 'EXPC906',
  unmeasured: 'EXPC907',
  noStart: 'EXPC908',
  differentDefinitions: 'EXPC909',
  badImport: 'EXPC910',
  contaminated: 'EXPC911',
  skipped: 'EXPC912',
  unknownAblation: 'EXPC913',
} as const;

type Code = keyof typeof noticeCodes;

export function warning(code: Code, message: string, more: Partial<Pick<Notice, 'place' | 'hint'>> = {}): Notice {
  return { code: noticeCodes[code], severity: 'warning', message, place: null, ...more };
}

export function error(code: Code, message: string, more: Partial<Pick<Notice, 'place' | 'hint'>> = {}): Notice {
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
