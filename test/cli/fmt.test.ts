import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatYaml } from '../../cli/actions/fmt.js';
import { yamlFiles } from '../../cli/experiments.js';
import { toValue } from '../../compiler/document/access.js';
import { parse } from '../../compiler/parse/parse.js';

const files = yamlFiles(['experiments', 'templates']);

test('the experiments and templates here are in form', async () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(await formatYaml(text), file).toBe(text);
  }
});

test('comments, order and values stay', async () => {
  expect(
    await formatYaml(`b:   1   # why
# about a
a:  {x: [ 1,2 ],   y: "it's"}


c: 1.0e-3
`),
  ).toBe(`b: 1 # why
# about a
a: { x: [1, 2], y: "it's" }

c: 1.0e-3
`);
});

test('formatting what is formatted changes nothing, and the data is the same', async () => {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const gaps = fc.array(fc.nat(2), { minLength: 1, maxLength: 9 });
  const spaced = fc.tuple(fc.constantFrom(...texts), gaps).map(([text, spaces]) => {
    let turn = 0;
    return text.replace(/: (?=\S)/g, () => `:${' '.repeat(1 + spaces[turn++ % spaces.length]!)}`);
  });
  await fc.assert(
    fc.asyncProperty(spaced, async (text) => {
      const once = await formatYaml(text);
      expect(await formatYaml(once)).toBe(once);
      expect(toValue(parse(once, 'a.yaml').node!)).toEqual(toValue(parse(text, 'a.yaml').node!));
    }),
    { numRuns: 20 },
  );
});
