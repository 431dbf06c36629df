import type { Diagnostic } from '../document/diagnostic.js';

/**
 * Put diagnostics together: each said once, in the order of the source. Files come in the order given, others after
 * them; diagnostics without a place come first.
 */
export function collect(lists: Iterable<readonly Diagnostic[]>, files: readonly string[] = []): Diagnostic[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = ({ place }: Diagnostic): number =>
    place === null ? -1 : (order.get(place.file) ?? files.length);
  return withoutEchoes(distinct(lists)).sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en') ||
      (a.place?.start ?? 0) - (b.place?.start ?? 0),
  );
}

/**
 * Each problem once: it may be found in a file and in the merged document, and by each of several experiments that extend
 * the file. The one that says more is kept.
 */
export function distinct(lists: Iterable<readonly Diagnostic[]>): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const list of lists) {
    for (const diagnostic of list) {
      const identity = `${diagnostic.code} ${position(diagnostic)} ${diagnostic.message}`;
      const before = seen.get(identity);
      if (before === undefined || (before.label === undefined && diagnostic.label !== undefined))
        seen.set(identity, diagnostic);
    }
  }
  return [...seen.values()];
}

/**
 * What is wrong with how a value is written (1xx) or named (3xx) makes the schema's complaint (2xx) an echo; an axis
 * that is at odds with itself or another one makes equal runs (507).
 */
function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.some(({ code }) => code === 'EXPC509' || code === 'EXPC511'))
    diagnostics = diagnostics.filter(({ code }) => code !== 'EXPC507');
  const causes = new Set(diagnostics.filter(({ code }) => /^EXPC[13]/.test(code)).map(position));
  return diagnostics.filter(
    (diagnostic) =>
      !diagnostic.code.startsWith('EXPC2') || diagnostic.place === null || !causes.has(position(diagnostic)),
  );
}

function position({ place }: Diagnostic): string {
  return place === null ? '' : `${place.file}:${place.start}`;
}

/** Does any of them stop the work? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
