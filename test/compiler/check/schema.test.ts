import { describe, expect, test } from 'vitest';
import { checkSchema, checkValueAt } from '../../../compiler/check/schema.js';
import { check, checkOver, map, summary } from '../../support/language.js';

/** What is found in a text over the base, without the file's name. */
const over = (text: string) => checkOver(text).found.map((line) => line.replace('experiment.yaml:', ''));

describe('keys', () => {
  test.each([
    ['clean: { epohcs: 3 }', 'EXPC201 2:10 unknown key `epohcs` in `clean`'],
    [
      'poison: { trigger: { kind: solid-patch, sise: 8 } }',
      'EXPC201 2:41 unknown key `sise` in `poison.trigger` of kind `solid-patch`',
    ],
    [
      'poison: { trigger: { kind: solid-patch, thickness: 8 } }',
      'EXPC201 2:41 unknown key `thickness` in `poison.trigger` of kind `solid-patch`',
    ],
    [
      'poison: { trigger: { kind: solid-patch } }',
      'EXPC202 2:11 missing key `size` in `poison.trigger` of kind `solid-patch`',
    ],
    ['clean.epochs: 3', 'EXPC201 2:1 unknown key `clean.epochs`'],
  ])('%s', (text, message) => {
    expect(over(text)).toEqual([message]);
  });

  test('a misspelt key is told with the key that was meant', () => {
    const labels = (text: string) => checkOver(text).diagnostics.map((found) => found.label);
    expect(labels('clean: { epohcs: 3 }')).toEqual(['did you mean `epochs`?']);
    expect(labels('clean: { optimizer: { learning_rate: 3 } }')).toEqual(['did you mean `lr`?']);
    expect(labels('clean: { Epochs: 3, batchSize: 3 }')).toEqual([
      'did you mean `epochs`?',
      'did you mean `batch_size`?',
    ]);
    // The only unknown key beside the only missing one, however different.
    expect(labels('poison: { trigger: { kind: solid-patch, diameter: 8 } }')).toEqual([
      'did you mean `size`?',
    ]);
  });

  test('missing keys of one map are one error', () => {
    expect(check('expc: 1\nname: a\n').found).toEqual([
      'EXPC202 experiment.yaml:1:1 missing keys `datasets`, `model` and `evaluate`',
    ]);
  });

  test('a key of another section says where it belongs', () => {
    const [found] = checkOver('batch_size: 3').diagnostics;
    expect(found!.hint).toBe('`batch_size` belongs in `pretrain`, `clean` or `evaluate`');
  });

  test('names of data sets have a form', () => {
    expect(over('datasets: { "a.b": { kind: emoji, sets: [noto], resolution: 32 } }')).toEqual([
      'EXPC211 2:13 `a.b` is no name that can be used in `datasets`',
    ]);
  });
});

describe('values', () => {
  test.each([
    [
      'clean: { epochs: x }',
      'EXPC203 2:18 `clean.epochs` must be an integer from 1 to 100000 (epochs), found the text `x`',
    ],
    [
      'clean: { epochs: 2.5 }',
      'EXPC203 2:18 `clean.epochs` must be an integer from 1 to 100000 (epochs), found `2.5`',
    ],
    [
      'clean: { epochs: [3] }',
      'EXPC203 2:18 `clean.epochs` must be an integer from 1 to 100000 (epochs), found a list of 1 item',
    ],
    ['clean: 3', 'EXPC203 2:8 `clean` must be a map, found `3`'],
    [
      'evaluate: { templates: "a {}" }',
      'EXPC203 2:24 `evaluate.templates` must be a list, found the text `a {}`',
    ],
    ['title: 3', 'EXPC203 2:8 `title` must be text, found `3`'],
    ['title: { a: 1 }', 'EXPC203 2:8 `title` must be text, found a map'],
    [
      'evaluate: { asr: { redraw: yes } }',
      'EXPC203 2:28 `evaluate.asr.redraw` must be `true` or `false`, found the text `yes`',
    ],
    [
      'clean: { from: first }',
      "EXPC211 2:16 `clean.from` must be `last`, `best`, an epoch's number, or a rule (`asr >= 80, highest top1`), found the text `first`",
    ],
    ['clean: { from: 0 }', 'EXPC208 2:16 `clean.from` must be an integer of at least 1 (epoch), found `0`'],
    ['clean: { epochs: "3" }', 'EXPC204 2:18 `clean.epochs` must be a number, found the quoted text `3`'],
    ['expc: "1"', 'EXPC204 2:7 `expc` must be a number, found the quoted text `1`'],
    ['expc: 2', 'EXPC205 2:7 `expc` must be `1`, found `2`'],
    [
      'poison: { labels: clean }',
      'EXPC205 2:19 `poison.labels` must be `dirty` or `consistent`, found the text `clean`',
    ],
    ['clean: { epochs: 3 epochs }', 'EXPC206 2:18 `clean.epochs` must be a bare number, found `3 epochs`'],
    [
      'clean: { optimizer: { lr: 1e-3x } }',
      'EXPC206 2:27 `clean.optimizer.lr` must be a bare number, found `1e-3x`',
    ],
    ['poison: { trigger: { kind: pach } }', 'EXPC207 2:28 `poison.trigger` has the unknown kind `pach`'],
    ['datasets: { more: { resolution: 3 } }', 'EXPC207 2:13 `datasets.more` has no `kind`'],
    [
      'clean: { optimizer: { lr: 0 } }',
      'EXPC208 2:27 `clean.optimizer.lr` must be a number above 0 and at most 10, found `0`',
    ],
    [
      'clean: { optimizer: { beta1: 1 } }',
      'EXPC208 2:30 `clean.optimizer.beta1` must be a number from 0 to below 1, found `1`',
    ],
    ['seed: -1', 'EXPC208 2:7 `seed` must be an integer of at least 0, found `-1`'],
    [
      'evaluate: { top_k: [] }',
      'EXPC209 2:20 `evaluate.top_k` must have at least 1 item, found an empty list',
    ],
    ['clean: { objective: null }', 'EXPC202 2:1 missing key `objective` in `clean`'],
    ['evaluate: { top_k: [5, 1, 5.0] }', 'EXPC210 2:27 `evaluate.top_k` lists `5.0` twice'],
    [
      'name: "a b"',
      'EXPC211 2:7 `name` must be a name of letters, digits and `_ . + -` that starts with a letter or a digit, found the text `a b`',
    ],
    ['extends: [base.yaml, 3]', 'EXPC203 1:22 `extends[1]` must be text, found `3`'],
  ])('%s', (text, message) => {
    const whole = text.startsWith('extends') ? check(text) : checkOver(text);
    expect(whole.found.map((line) => line.replace('experiment.yaml:', ''))).toEqual([message]);
  });

  test('of a union of unknown kind nothing else is said', () => {
    expect(over('poison: { trigger: { kind: pach, sise: 3, location: 7 } }')).toHaveLength(1);
  });

  test('that are references are not judged before they are resolved', () => {
    expect(checkOver('clean: { epochs: "${pretrain.epochs}" }').found).toEqual([]);
    expect(over('clean: { epochs: "${pretrain.objective}" }')).toEqual([
      'EXPC203 2:18 `clean.epochs` must be an integer from 1 to 100000 (epochs), found a map',
    ]);
  });
});

describe('a template', () => {
  test('may leave keys out', () => {
    expect(
      checkSchema(map('clean: { epochs: 3 }\npoison: { trigger: { size: 3 } }'), { partial: true }),
    ).toEqual([]);
  });
  test('is checked for itself, also where the experiment overrides it', () => {
    const files = {
      'experiment.yaml': 'extends: [base.yaml, t.yaml]\nclean: { epochs: 3 }\n',
      't.yaml': 'clean: { epochs: 0, epoch: 3 }\n',
    };
    expect(check(files).found).toEqual([
      'EXPC208 t.yaml:1:18 `clean.epochs` must be an integer from 1 to 100000 (epochs), found `0`',
      'EXPC201 t.yaml:1:21 unknown key `epoch` in `clean`',
    ]);
  });
  test('may remove with null what others say', () => {
    expect(checkSchema(map('clean: { epochs: null }\npoison: null'), { partial: true })).toEqual([]);
  });
});

describe('one value at a path', () => {
  const at = (path: string, value: string, around?: string) =>
    summary(
      checkValueAt(
        path.split('.'),
        map(`v: ${value}`).entries.get('v')!.value,
        around === undefined ? undefined : map(around),
      ),
    );
  test.each([
    ['clean.epochs', '3', []],
    [
      'clean.epochs',
      '"3"',
      ['EXPC204 test.yaml:1:4 `clean.epochs` must be a number, found the quoted text `3`'],
    ],
    ['clean.optimizer', '{ lrr: 3 }', ['EXPC201 test.yaml:1:6 unknown key `lrr` in `clean.optimizer`']],
    ['clean.optimizr.lr', '3', ['EXPC201 test.yaml:1:4 unknown key `optimizr` in `clean`']],
  ])('%s = %s', (path, value, found) => {
    expect(at(path, value)).toEqual(found);
  });
  test('in a union it is checked by the kind around it', () => {
    const around = 'poison: { trigger: { kind: blended } }';
    expect(at('poison.trigger.opacity', '2', around)).toEqual([
      expect.stringContaining('EXPC208 test.yaml:1:4 `poison.trigger.opacity`'),
    ]);
    expect(at('poison.trigger.size', '2', around)).toEqual([
      expect.stringContaining('unknown key `size` in `poison.trigger` of kind `blended`'),
    ]);
    expect(at('poison.trigger', '{ kind: solid-patch, size: 2 }', around)).toEqual([]);
  });
});

test('errors come in the order of the source, the named file first', () => {
  const files = {
    'experiment.yaml': 'extends: [b.yaml, base.yaml]\nseed: x\ntitle: 3\n',
    'b.yaml': 'title: 4\nseed: y\n',
  };
  expect(check(files).found.map((line) => line.split(' ')[1])).toEqual([
    'experiment.yaml:2:7',
    'experiment.yaml:3:8',
    'b.yaml:1:8',
    'b.yaml:2:7',
  ]);
});
