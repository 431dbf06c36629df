/** The numbers in a document, each with its path and the path's last step. */
export type Numbers = readonly { readonly path: string; readonly key: string; readonly value: number }[];

/** Every number in plain data. */
export function numbersAt(value: unknown, path: readonly string[] = []): Numbers {
  if (typeof value === 'number') return [{ path: path.join('.'), key: path.at(-1) ?? '', value }];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersAt(inner, [...path, key]));
}
