import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../schema/plan.js';
import type { CleanStage } from '../../../schema/stages/training.js';
import { compile } from '../../../compiler/index.js';
import { memoryHost } from '../../support/memory-host.js';
import { baseText, compileOver, planOver, said, stageOf } from '../../support/compile.js';

/** Another experiment: two pre-trainings, each cleaned at two rates. */
const other = `
extends: base.yaml
name: other
ablations:
  - name: main
    matrix:
      pretraining:
        mmcl: { pretrain.objective: { mmcl: 1 } }
        both: { pretrain.objective: { mmcl: 1, ssl: 1 } }
      clean.optimizer.lr: [1e-4, 3e-4]
`;
const files = { 'other.yaml': other, 'a.safetensors': 'A', 'b.safetensors': 'B' };
const elsewhere = (more = ''): string =>
  `clean: { from: { kind: experiment, path: other.yaml, where: { pretraining: mmcl }${more} } }`;

const otherPlan = (): Plan =>
  compile(memoryHost({ ...files, 'base.yaml': baseText }), 'other.yaml', { folder: '/study' }).plan!;
const plan = (text: string): Plan => planOver(text, { files });
const complaints = (text: string): string[] => said(compileOver(text, { files }));
const cleanOf = (text: string): CleanStage => {
  const made = plan(text);
  return stageOf<'clean'>(made, made.runs[0]!, 'clean');
};

describe('a cleaning that starts from another experiment', () => {
  const made = plan(elsewhere());
  const [run] = made.runs;
  const clean = stageOf<'clean'>(made, run!, 'clean');

  test('reads the very stage that the other experiment has', () => {
    const mmcl = otherPlan().runs.find(({ axes }) => axes.pretraining === 'mmcl')!;
    expect(clean.inputs.model).toBe(mmcl.stages.pretrain);
    // It is this run's pre-training, as if it were described here.
    expect(run!.stages.pretrain).toBe(mmcl.stages.pretrain);
    expect(run!.stages.evaluate).toBe(mmcl.stages.evaluate);
    expect(run!.stages.start).toBeUndefined();
    expect(clean.config.from).toBe(10);
  });

  test('pre-trains nothing of its own, and has all that the other stage is made of', () => {
    expect(made.stages.filter(({ kind }) => kind === 'pretrain').map(({ key }) => key)).toEqual([
      clean.inputs.model,
    ]);
    const keys = new Set<string>();
    for (const stage of made.stages) {
      for (const key of Object.values<string>(stage.inputs)) expect(keys).toContain(key);
      keys.add(stage.key);
    }
  });

  test('keeps the checkpoint, beside those that the other experiment keeps', () => {
    const pretrain = stageOf<'pretrain'>(
      plan(elsewhere(', epoch: 3')),
      plan(elsewhere(', epoch: 3')).runs[0]!,
      'pretrain',
    );
    expect(pretrain.locals.keep_epochs).toEqual([3, 10]);
  });

  test('is the work of the other experiment when all else is the same', () => {
    const theirs = otherPlan().runs.find(({ axes }) => axes.pretraining === 'mmcl')!;
    expect(clean.key).toBe(theirs.stages.clean);
  });

  test('may start from what was cleaned', () => {
    const again = cleanOf(
      'clean: { from: { kind: experiment, path: other.yaml, stage: clean, where: { pretraining: both, clean.optimizer.lr: 0.0003 } } }',
    );
    const theirs = otherPlan().runs.find(
      ({ axes }) => axes.pretraining === 'both' && axes['clean.optimizer.lr'] === 3e-4,
    )!;
    expect(again.inputs.model).toBe(theirs.stages.clean);
    expect(again.config.from).toBe(5);
  });

  test('can be chosen by an axis', () => {
    const swept = plan(`
ablations:
  - name: starts
    matrix:
      clean.from.epoch: [2, 5, last]
    set: { clean.from: { kind: experiment, path: other.yaml, where: { pretraining: both } } }
`);
    expect(swept.runs.map((one) => stageOf<'clean'>(swept, one, 'clean').config.from)).toEqual([2, 5, 10]);
    expect(new Set(swept.runs.map(({ stages }) => stages.pretrain)).size).toBe(1);
  });
});

describe('a rule that chooses the epoch', () => {
  test('is one text in the key, however it is written', () => {
    const a = cleanOf('clean: { from: "asr >= 80 and top1 >= 55, highest top1" }');
    const b = cleanOf('clean: { from: "accuracy.top1>=55.0% and asr.top1 >= 8e1,  highest accuracy" }');
    expect(a.config.from).toBe('accuracy.top1 >= 55 and asr.top1 >= 80, highest accuracy.top1');
    expect(b.key).toBe(a.key);
  });

  test('`best` is the highest accuracy', () => {
    expect(cleanOf('clean: { from: best }').key).toBe(cleanOf('clean: { from: highest top1 }').key);
  });

  test('reads what measured the pre-training, and has it keep what the rule takes', () => {
    const made = plan('clean: { from: best }');
    const [run] = made.runs;
    const clean = stageOf<'clean'>(made, run!, 'clean');
    const evaluate = stageOf<'evaluate'>(made, run!, 'evaluate');
    expect(clean.inputs.measured).toBe(evaluate.key);
    expect(stageOf<'pretrain'>(made, run!, 'pretrain').locals.keep_rules).toEqual([
      { rule: 'highest accuracy.top1', measured: evaluate.id },
    ]);
  });

  test('works over another experiment, by what was measured there', () => {
    const made = plan(elsewhere(', epoch: best'));
    const clean = stageOf<'clean'>(made, made.runs[0]!, 'clean');
    const theirs = otherPlan().runs.find(({ axes }) => axes.pretraining === 'mmcl')!;
    expect(clean.inputs.measured).toBe(theirs.stages.evaluate);
    expect(clean.config.from).toBe('highest accuracy.top1');
  });

  test.each([
    [
      'asr >= 80',
      'EXPC418 `asr >= 80` is not understood: a rule ends with `highest METRIC`, `lowest METRIC`, `first` or `last`',
    ],
    [
      'asr => 80, highest top1',
      'EXPC418 `asr => 80` is not understood: a condition is `METRIC >= NUMBER` (or <=, >, <)',
    ],
    ['highest top3', 'EXPC418 `accuracy.top3` is not measured'],
    ['highest recall', 'EXPC418 `recall` is not measured'],
  ])('%s is refused', (rule, message) => {
    expect(complaints(`clean: { from: "${rule}" }`)).toEqual([message]);
  });

  test('cannot look at an attack that there is not', () => {
    expect(complaints('poison: null\nclean: { from: "asr <= 5, highest top1" }')).toEqual([
      'EXPC418 `asr.top1` is not measured: there is no attack',
    ]);
  });
});

describe('a file of weights', () => {
  const weights = (path: string): string => `clean: { from: { kind: weights, path: ${path} } }`;

  test('is a stage of its content, wherever it lies', () => {
    const made = plan(weights('a.safetensors').replace('a.safetensors', '/study/a.safetensors'));
    const host = { ...files, '/study/a.safetensors': 'A', '/study/moved.safetensors': 'A' };
    const at = (path: string) => planOver(weights(path), { files: host });
    const keys = (one: Plan) => one.stages.map(({ key }) => key);
    expect(keys(at('/study/moved.safetensors'))).toEqual(keys(at('/study/a.safetensors')));
    expect(made.runs[0]!.stages.pretrain).toBeUndefined();
  });

  test('another content is another work', () => {
    const at = (content: string) =>
      planOver(weights('a.safetensors'), { files: { ...files, '/study/a.safetensors': content } });
    expect(at('A').runs[0]!.stages.clean).not.toBe(at('B').runs[0]!.stages.clean);
  });

  test('that is missing is told at its place', () => {
    const { diagnostics } = compileOver(weights('none.safetensors'), { files, missingFiles: 'error' });
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['EXPC001', 2]]);
  });

  test('needs no pre-training, but pairs to clean with', () => {
    const text = `pretrain: null\n${weights('a.safetensors')}`;
    expect(complaints(text)).toContain(
      'EXPC202 missing key `dataset` in `clean.data`: without `pretrain` it has no default',
    );
    const made = planOver(
      'pretrain: null\nclean: { from: { kind: weights, path: a.safetensors }, data: { dataset: train } }',
      { files: { ...files, '/study/a.safetensors': 'A' } },
    );
    expect(made.stages.map(({ kind }) => kind).sort()).toEqual(
      ['clean', 'dataset', 'dataset', 'subset', 'weights'].sort(),
    );
  });

  test('may start a pre-training', () => {
    const made = planOver('pretrain: { from: { kind: weights, path: a.safetensors } }', {
      files: { ...files, '/study/a.safetensors': 'A' },
    });
    const [run] = made.runs;
    const pretrain = stageOf<'pretrain'>(made, run!, 'pretrain');
    expect(pretrain.inputs.start).toBe(run!.stages.weights);
    expect(pretrain.config.from).toBe(0);
    expect(stageOf<'clean'>(made, run!, 'clean').inputs.model).toBe(pretrain.key);
  });
});

test('a pre-training may start from that of another experiment, at an epoch that a rule takes', () => {
  const made = plan(
    'pretrain: { from: { kind: experiment, path: other.yaml, where: { pretraining: both }, epoch: "asr >= 50, lowest asr" } }',
  );
  const [run] = made.runs;
  const pretrain = stageOf<'pretrain'>(made, run!, 'pretrain');
  expect(pretrain.inputs.start).toBe(run!.stages.start);
  expect(pretrain.inputs.measured).toBe(run!.stages['start-metrics']);
  expect(pretrain.config.from).toBe('asr.top1 >= 50, lowest asr.top1');
  expect(stageOf<'clean'>(made, run!, 'clean').inputs.model).toBe(pretrain.key);
});

test('cleaning pairs may come from another data set than the one pre-trained on', () => {
  const made = plan(`
datasets: { more: { kind: emoji, sets: [noto], resolution: 32 } }
clean: { data: { dataset: more } }`);
  const [run] = made.runs;
  const subset = stageOf<'subset'>(made, run!, 'cleaning-set');
  expect(subset.inputs.dataset).toBe(run!.stages['cleaning-data']);
  expect(plan('clean: { data: { dataset: train } }').stages).toEqual(plan('').stages);
});

describe('an attack that is measured otherwise than it was trained there', () => {
  const found = (text: string): string[] =>
    compileOver(`${text}\n${elsewhere()}`, { files }).diagnostics.map(
      ({ code, message, place }) => `${code} ${place?.line} ${message}`,
    );

  test.each([
    [
      'poison: { trigger: { kind: warp } }',
      'EXPC407 2 the attack is measured with another trigger than `other.yaml` trained',
    ],
    [
      'poison: { target: cat }\ndatasets: { test: { classes: { include: [banana, cat] } } }',
      'EXPC407 2 the attack is measured with another target than `other.yaml` trained',
    ],
    [
      'poison: null\nevaluate: { asr: { trigger: { kind: sig }, target: banana } }',
      'EXPC407 3 the attack is measured with another trigger than `other.yaml` trained',
    ],
  ])('%s', (text, message) => {
    expect(found(text)).toEqual([message]);
  });

  test('the same attack is fine, and so is none', () => {
    expect(found('seed: 0')).toEqual([]);
    expect(found('poison: null')).toEqual([]);
  });
});

describe('what is wrong with a start', () => {
  const start = (text: string): string => `clean: { from: { kind: experiment, ${text} } }`;

  test.each([
    [start('path: none.yaml'), 'EXPC001 `none.yaml` does not exist'],
    [start('path: other.yaml'), 'EXPC417 `other.yaml` has 2 pre-trainings that fit'],
    [
      start('path: other.yaml, stage: clean, where: { pretraining: mmcl }'),
      'EXPC417 `other.yaml` has 2 cleanings that fit',
    ],
    [start('path: other.yaml, ablation: man'), 'EXPC416 `other.yaml` has no ablation called `man`'],
    [
      start('path: other.yaml, where: { pretrainin: mmcl }'),
      'EXPC416 `other.yaml` has no axis called `pretrainin`',
    ],
    [
      start('path: other.yaml, where: { pretraining: mmlc }'),
      'EXPC416 `other.yaml` has no label on `pretraining` called `mmlc`',
    ],
    [
      start('path: other.yaml, where: { pretraining: mmcl }, epoch: 11'),
      'EXPC412 the pre-training of `other.yaml` has 10 epochs, not 11',
    ],
    [start('path: broken.yaml'), 'EXPC416 the experiment `broken.yaml` has errors'],
    [start('path: x.yaml'), 'EXPC313 experiments start from each other in a circle: x.yaml → x.yaml'],
    [
      start('path: round.yaml'),
      'EXPC313 experiments start from each other in a circle: round.yaml → round.yaml',
    ],
    [
      `model: { embed_dim: 32 }\n${start('path: other.yaml, where: { pretraining: mmcl }')}`,
      "EXPC419 the pre-training of `other.yaml` is of another model than this experiment's",
    ],
    ['clean: { from: { kind: weights } }', 'EXPC202 missing key `path` in `clean.from` of kind `weights`'],
    ['clean: { from: { kind: wieghts, path: a } }', 'EXPC207 `clean.from` has the unknown kind `wieghts`'],
    ['clean: { from: { path: a } }', 'EXPC207 `clean.from` has no `kind`'],
    [
      'clean: { from: { kind: weights, path: a, epoch: 3 } }',
      'EXPC201 unknown key `epoch` in `clean.from` of kind `weights`',
    ],
    ['clean: { from: 0 }', 'EXPC208 `clean.from` must be an integer of at least 1 (epoch), found `0`'],
    [
      'clean: { from: bset }',
      "EXPC211 `clean.from` must be `last`, `best`, an epoch's number, or a rule (`asr >= 80, highest top1`), found the text `bset`",
    ],
    ['pretrain: null', 'EXPC202 missing key `pretrain`: the cleaning starts from it'],
    ['pretrain: null\nclean: null', 'EXPC202 missing key `pretrain`'],
  ])('%s', (text, message) => {
    const broken = {
      'broken.yaml': 'extends: base.yaml\nseed: -1\n',
      'round.yaml': `extends: x.yaml\nname: round\n`,
    };
    expect(said(compileOver(text, { files: { ...files, ...broken } }))).toEqual([message]);
  });

  test('a circle of two is shown whole', () => {
    const host = memoryHost({
      'base.yaml': baseText,
      'a.yaml': 'extends: base.yaml\nclean: { from: { kind: experiment, path: b.yaml } }',
      'b.yaml': 'extends: base.yaml\nclean: { from: { kind: experiment, path: ./a.yaml } }',
    });
    const { diagnostics } = compile(host, 'a.yaml', { folder: '/study' });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'EXPC313 experiments start from each other in a circle: a.yaml → b.yaml → a.yaml',
    ]);
  });

  test('a stage that is told apart by axes says by which', () => {
    const { diagnostics } = compileOver(start('path: other.yaml'), { files });
    expect(diagnostics[0]!.hint).toBe(
      'say which: `where: { pretraining: mmcl }` (`pretraining` is `mmcl` or `both`)',
    );
  });
});
