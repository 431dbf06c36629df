/** Rows of text as aligned columns, two spaces apart; columns of numbers are aligned on the right. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
  );
  const right = Array.from({ length: width }, (_, column) =>
    rows.slice(1).every((row) => /^-?[\d.,]*(e-?\d+)?$/.test(row[column] ?? '')),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const gap = ' '.repeat(widths[column]! - displayWidth(cell));
        return right[column] ? gap + cell : cell + gap;
      });
      return `${indent}${cells.join('  ')}`.trimEnd() + '\n';
    })
    .join('');
}

/** Characters, not UTF-16 units. */
function displayWidth(text: string): number {
  return [...text].length;
}

/** `1 run`, `12 runs`, `100,000 runs`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(number)} ${number === 1 ? noun : plural}`;
}

/** `100,000`. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
