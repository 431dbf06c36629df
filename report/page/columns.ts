/**
 * Rows by column, small as JSON: texts that recur stand once in a dictionary. `r` are numbers of runs in the page's
 * list of runs.
 */
export type Column =
  | { readonly v: readonly (number | null)[] }
  | { readonly d: readonly string[]; readonly i: readonly number[] }
  | { readonly r: readonly number[] };

export interface Columns {
  readonly n: number;
  readonly columns: Readonly<Record<string, Column>>;
}

type Row = Readonly<Record<string, unknown>>;

/** @param runs number of each run by its name; the column `run` refers to it */
export function toColumns(rows: readonly Row[], runs: ReadonlyMap<string, number>): Columns {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const columns = [...names].map((name) => [name, columnOf(name, rows, runs)] as const);
  return { n: rows.length, columns: Object.fromEntries(columns) };
}

function columnOf(name: string, rows: readonly Row[], runs: ReadonlyMap<string, number>): Column {
  const values = rows.map((row) => row[name] ?? null);
  if (name === 'run' && values.every((value) => value === null || runs.has(value as string)))
    return { r: values.map((value) => (value === null ? -1 : runs.get(value as string)!)) };
  if (values.every((value) => value === null || typeof value === 'number'))
    return { v: values.map((value) => (value === null ? null : shortened(value))) };
  const numbers = new Map<string, number>();
  const i = values.map((value) => {
    if (value === null) return -1;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text)!;
  });
  return { d: [...numbers.keys()], i };
}

/** Seven digits: more than any screen shows. */
function shortened(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(7));
}
