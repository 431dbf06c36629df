import { print } from './terminal.js';

/** Print an object as `JSON.stringify(value, null, 2)` would, list items one by one: a whole text has a largest length. */
export function printJson(value: object): void {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.forEach(([key, inner], index) => {
    print(`${index === 0 ? '{' : ','}\n  ${JSON.stringify(key)}: `);
    if (Array.isArray(inner) && inner.length > 0) printItems(inner);
    else print(indented(inner, '  '));
  });
  print(entries.length === 0 ? '{}\n' : '\n}\n');
}

const pieceSize = 1000;

function printItems(items: readonly unknown[]): void {
  for (let start = 0; start < items.length; start += pieceSize) {
    // Within an object they are indented as they have to be.
    const piece = JSON.stringify({ x: items.slice(start, start + pieceSize) }, null, 2);
    print(`${start === 0 ? '[' : ','}${piece.slice('{\n  "x": ['.length, -'\n  ]\n}'.length)}`);
  }
  print('\n  ]');
}

function indented(value: unknown, indent: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
}
