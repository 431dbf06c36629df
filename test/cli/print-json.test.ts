import process from 'node:process';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { printJson } from '../../cli/print-json.js';

function printed(value: object): string {
  let text = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  try {
    printJson(value);
  } finally {
    write.mockRestore();
  }
  return text;
}

test('objects are printed as JSON.stringify would', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue())), (value) => {
      expect(printed(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
    { numRuns: 60 },
  );
});

test('long lists are printed in pieces', () => {
  const value = {
    runs: Array.from({ length: 40_000 }, (_, index) => ({ name: `run ${index}`, axes: [index] })),
  };
  expect(printed(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
});
