import { readFileSync } from 'node:fs';
import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, Scalar, visit, type Document, type Pair, type YAMLMap } from 'yaml';
import { fileHost } from '../../../cli/host.js';
import type { Host } from '../../../compiler/document/host.js';
import { compile } from '../../../compiler/index.js';
import { base, check, summary } from '../../support/language.js';

const text = `${base}title: "a title: with signs"\nablations:\n  - { name: a, matrix: { clean.epochs: [1, 2] } }\n`;
const resolved = (yaml: string) => {
  const { found, finished } = check(yaml);
  expect(found).toEqual([]);
  return finished!.experiment;
};
const expected = resolved(text);

/** Edits of a document that do not change what it says. */
const cosmetics: Record<string, (document: Document, choose: (limit: number) => number) => void> = {
  'order of keys': (document, choose) => {
    visit(document, {
      Map: (_, map: YAMLMap) => {
        map.items.sort(() => choose(3) - 1);
      },
    });
  },
  'flow or block': (document, choose) => {
    visit(document, {
      Collection: (_, node) => {
        node.flow = choose(2) === 1;
      },
    });
  },
  'spelling of numbers': (document, choose) => {
    visit(document, {
      Scalar: (key, node) => {
        if (key === 'key' || typeof node.value !== 'number') return;
        if (choose(2) === 0) node.format = 'EXP';
        else if (Number.isInteger(node.value)) node.minFractionDigits = 1 + choose(3);
      },
    });
  },
  'quotes of texts': (document, choose) => {
    visit(document, {
      Scalar: (_, node) => {
        if (typeof node.value !== 'string') return;
        node.type = ([Scalar.PLAIN, Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE] as const)[choose(3)]!;
      },
    });
  },
  'comments and blank lines': (document, choose) => {
    visit(document, {
      Pair: (_, pair: Pair) => {
        const key = pair.key as Scalar;
        if (choose(3) === 0) key.commentBefore = ' a comment: [with, signs';
        if (choose(4) === 0) key.spaceBefore = true;
      },
    });
  },
  notes: (document, choose) => {
    visit(document, {
      Map: (_, map: YAMLMap) => {
        if (choose(3) === 0) map.add({ key: new Scalar('x-note'), value: new Scalar('anything') });
      },
    });
  },
};

/** Numbers from 0 to below a limit that follow from a seed. */
function chooser(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

test.each(Object.keys(cosmetics))('the %s never changes what an experiment is', (name) => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const document = parseDocument(text);
      cosmetics[name]!(document, chooser(seed));
      expect(resolved(document.toString())).toEqual(expected);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('moving a file changes nothing but places', () => {
  const files = { 'experiment.yaml': 'extends: other/place.yaml\n', 'other/place.yaml': text };
  expect(check(files).finished!.experiment).toEqual(expected);
});

/** The project's experiments, apart from the study's large ones. */
const files = [
  'experiments/quickstart.yaml',
  'experiments/quickstart-seeds.yaml',
  'experiments/quickstart-cut.yaml',
];

/** Names of the runs, and keys of the stages, of an experiment that stands in a place with a text. */
function planned(file: string, written: string): string {
  const disk = fileHost();
  const host: Host = {
    ...disk,
    readText: (path) => (path === file ? { ok: true, value: written } : disk.readText(path)),
  };
  const { plan, diagnostics } = compile(host, file, { folder: process.cwd() });
  expect(summary(diagnostics)).toEqual([]);
  return JSON.stringify([
    plan!.runs.map(({ name, stages }) => [name, stages]).sort(),
    plan!.stages.map(({ key }) => key).sort(),
  ]);
}

test.each(files)('no such edit of %s changes a run or a key', (file) => {
  const written = readFileSync(file, 'utf8');
  const before = planned(file, written);
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const document = parseDocument(written);
      const choose = chooser(seed);
      // The axes of an ablation are in the order of the file, and name its runs.
      for (const [name, edit] of Object.entries(cosmetics))
        if (name !== 'order of keys') edit(document, choose);
      expect(planned(file, document.toString())).toBe(before);
    }),
    { numRuns: 3 },
  );
});

test.each(files)('where %s stands changes no run and no key', (file) => {
  const moved = readFileSync(file, 'utf8')
    .replaceAll('- ../templates/', '- ../../../templates/')
    .replaceAll('extends: quickstart', 'extends: ../../quickstart');
  expect(planned('experiments/a/b/moved.yaml', moved)).toBe(planned(file, readFileSync(file, 'utf8')));
});
