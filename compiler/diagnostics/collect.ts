import type { Diagnostic } from '../document/diagnostic.js';

/**
 * Put diagnostics together: each said once, in the order of the source. Files come in the order given, others after
 * them; diagnostics without a place come first.
 */
export function collect(lists: Iterable<readonly Diagnostic[]>, files: readonly string[] = []): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const list of lists) {
    for (const diagnostic of list) {
      const { place, code, message } = diagnostic;
      const identity = `${code} ${place?.file ?? ''}:${place?.start ?? ''} ${message}`;
      if (!seen.has(identity)) seen.set(identity, diagnostic);
    }
  }
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = ({ place }: Diagnostic): number =>
    place === null ? -1 : (order.get(place.file) ?? files.length);
  return [...seen.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en') ||
      (a.place?.start ?? 0) - (b.place?.start ?? 0),
  );
}

/** Does any of them stop the work? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
