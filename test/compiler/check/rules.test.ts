import { describe, expect, test } from 'vitest';
import { rules } from '../../../compiler/check/rules/index.js';
import { checkOver, resolve } from '../../support/language.js';

/** Each rule: texts over the base that keep it, and texts that break it with what is said. */
const examples: Record<string, { keeps: string[]; breaks: [text: string, ...found: string[]][] }> = {
  dataSetsExist: {
    keeps: ['datasets: { more: { kind: csv, path: a.csv, resolution: 32 } }\npretrain: { dataset: more }'],
    breaks: [
      ['pretrain: { dataset: nothing }', 'EXPC401 2:22 there is no data set `nothing`'],
      ['evaluate: { dataset: constructor }', 'EXPC401 2:22 there is no data set `constructor`'],
    ],
  },
  joinsFit: {
    keeps: ['datasets: { all: { kind: join, of: [pictures, labelled] } }\npretrain: { dataset: all }'],
    breaks: [
      ['datasets: { all: { kind: join, of: [all] } }', 'EXPC425 2:36 the data set `all` is made of itself'],
      [
        'datasets: { large: { kind: emoji, sets: [noto], resolution: 64 }, all: { kind: join, of: [pictures, large] } }',
        'EXPC426 2:90 `pictures` has pictures of 32 px and `large` of 64 px',
      ],
      ['datasets: { all: { kind: join, of: [pictures, lost] } }', 'EXPC401 2:47 there is no data set `lost`'],
    ],
  },
  keepIsOneWay: {
    keeps: [
      'datasets: { pictures: { keep: { last: 2000 } } }',
      'datasets: { pictures: { keep: { random: 2000, seed: 4 } } }',
      'datasets: { pictures: { keep: { part: 12, of: 12 } } }',
    ],
    breaks: [
      ['datasets: { pictures: { keep: { seed: 1 } } }', 'EXPC427 2:31 `keep` names no ways to choose pairs'],
      [
        'datasets: { pictures: { keep: { random: 2000, part: 1, of: 2 } } }',
        'EXPC427 2:31 `keep` names 2 ways to choose pairs',
      ],
      ['datasets: { pictures: { keep: { part: 1 } } }', 'EXPC427 2:31 `part` stands alone'],
      ['datasets: { pictures: { keep: { part: 3, of: 2 } } }', 'EXPC427 2:39 there is no part 3 of 2'],
    ],
  },
  tablesAreReadable: {
    keeps: [
      'datasets: { more: { kind: csv, path: a.csv, resolution: 32, header: false, image_column: 1, caption_column: 0 } }',
      'datasets: { more: { kind: csv, path: a.csv, resolution: 32, unreadable: unchecked, storage: files } }',
    ],
    breaks: [
      [
        'datasets: { more: { kind: csv, path: a.csv, resolution: 32, header: false, image_column: 1, caption_column: text } }',
        'EXPC429 2:109 without a header there is no column `text`',
      ],
      [
        'datasets: { more: { kind: csv, path: a.csv, resolution: 32, unreadable: unchecked, storage: encoded } }',
        'EXPC430 2:93 pictures that are not looked at cannot be stored `encoded`',
      ],
      [
        'datasets: { more: { kind: csv, path: a.csv, resolution: 32, unreadable: unchecked, filter: { duplicates: content } } }',
        'EXPC430 2:106 pictures that are not looked at cannot be compared by `content`',
      ],
    ],
  },
  sizesFitData: {
    keeps: [
      'datasets: { pictures: { keep: { first: 1000 } } }',
      'datasets: { all: { kind: join, of: [pictures, labelled], keep: { first: 5000 } } }',
    ],
    breaks: [
      [
        'datasets: { pictures: { keep: { first: 150 } } }',
        'EXPC428 base.yaml:10:10 an attack of 200 pairs is more than `pictures` can have: 150',
        'EXPC428 base.yaml:22:17 a cleaning set of 1000 pairs is more than `pictures` can have: 150',
      ],
      [
        'datasets: { pictures: { keep: { first: 2000 } }, all: { kind: join, of: [pictures], keep: { last: 2001 } } }',
        'EXPC428 2:91 2001 pairs are to be kept, but the parts have 2000 at most',
      ],
      [
        'datasets: { pictures: { keep: { first: 2000 } }, all: { kind: join, of: [pictures] } }\npretrain: { dataset: all, batch_size: 2048 }',
        'EXPC428 3:39 a batch of 2048 pairs is more than `all` can have: 2000',
      ],
    ],
  },
  classesFit: {
    keeps: ['datasets: { labelled: { classes: { count: 1, include: [banana] } } }'],
    breaks: [
      [
        'datasets: { labelled: { classes: { count: 1, include: [banana, cat] } } }',
        'EXPC414 2:55 2 classes are to be among 1',
      ],
    ],
  },
  targetIsAClass: {
    keeps: [
      'datasets: { labelled: { classes: { count: 9, include: [banana] } } }',
      'datasets: { labelled: { classes: { count: 9 } } }\npoison: null',
      'datasets: { pictures: { classes: { count: 9 } } }',
    ],
    breaks: [
      [
        'poison: { target: Banana }\ndatasets: { labelled: { classes: { count: 9, include: [banana] } } }',
        'EXPC415 2:19 the target `Banana` may not be among the 9 classes measured',
      ],
      [
        'evaluate: { asr: { target: cat } }\ndatasets: { labelled: { classes: { count: 9, include: [banana] } } }',
        'EXPC415 2:28 the target `cat` may not be among the 9 classes measured',
        'EXPC407 2:28 the attack is measured for `cat`, but trained for `banana`',
      ],
    ],
  },
  triggerFitsPicture: {
    keeps: ['poison: { trigger: { size: 32 } }', 'poison: { trigger: { kind: blended } }'],
    breaks: [
      [
        'poison: { trigger: { size: 33 } }',
        'EXPC403 2:28 a patch of 33 px is larger than the pictures of `pictures` (32 px)',
      ],
      [
        'poison: { trigger: { kind: blended } }\nevaluate: { asr: { trigger: { kind: solid-patch, size: 40 } } }',
        'EXPC407 3:29 the attack is measured with another trigger than the one trained',
        'EXPC403 3:56 a patch of 40 px is larger than the pictures of `labelled` (32 px)',
      ],
    ],
  },
  resolutionsAgree: {
    keeps: [
      'model: { image: { resolution: 32 } }\ndatasets: { pictures: { resolution: 64 }, labelled: { resolution: 64 } }',
    ],
    breaks: [
      [
        'poison: { trigger: { kind: blended } }\ndatasets: { pictures: { resolution: 16 } }',
        "EXPC404 3:37 the pictures of `pictures` (16 px) are smaller than the model's input (32 px)",
      ],
      [
        'datasets: { labelled: { resolution: 64 } }',
        'EXPC404 2:37 training pictures have 32 px and test pictures 64 px: the patch differs',
      ],
    ],
  },
  lossesHaveData: {
    keeps: [
      'clean: { objective: { pseudo_labels: 1 }, pseudo_labels: { teacher: { kind: csv, path: a.csv } } }',
      'clean: { objective: { supervised: 1 } }',
      'datasets: { c: { kind: csv, path: a.csv, label_column: l, resolution: 32 } }\npretrain: { dataset: c, objective: { supervised: 1 } }',
    ],
    breaks: [
      [
        'pretrain: { objective: { pseudo_labels: 2 } }',
        'EXPC421 2:41 `pretrain.objective.pseudo_labels` has a weight, but there is no teacher',
      ],
      [
        'datasets: { c: { kind: csv, path: a.csv, resolution: 32 } }\npretrain: { dataset: c }\nclean: { objective: { supervised: 1 } }',
        'EXPC421 4:35 `clean.objective.supervised` has a weight, but its data have no classes',
      ],
    ],
  },
  partsFitBatch: {
    keeps: ['pretrain: { micro_batch_size: 64 }', 'clean: { micro_batch_size: 1 }'],
    breaks: [
      [
        'clean: { micro_batch_size: 65 }',
        'EXPC422 2:28 a micro-batch of 65 pairs is larger than the batch of 64',
      ],
    ],
  },
  devicesHaveParts: {
    keeps: [
      'clean: { micro_batch_size: 16 }\nexecution: { data_parallel: { clean: 4 }, slurm: { gpus: 1 } }',
      'clean: null\nexecution: { data_parallel: { clean: 4 } }',
      'clean: { micro_batch_size: 16 }\nexecution: { data_parallel: { clean: 4 }, slurm: { stages: { clean: { gpus: 0 } } } }',
    ],
    breaks: [
      [
        'execution: { data_parallel: { pretrain: 2 } }',
        'EXPC432 2:41 `pretrain` has one micro-batch a step, and 2 devices',
      ],
      [
        'clean: { micro_batch_size: 30 }\nexecution: { data_parallel: { clean: 4 }, slurm: { stages: { clean: { gpus: 2 } } } }',
        'EXPC432 3:38 `clean` has 3 micro-batches a step, and 4 devices',
        'EXPC433 3:77 jobs of `clean` ask for 2 GPUs, and need 4',
      ],
    ],
  },
  clustersFitData: {
    keeps: [
      'clean: { objective: { clustering: 1 } }',
      'clean: { objective: { clustering: 1 }, clustering: { clusters: 960, embedding: training, batch_size: 64 } }',
    ],
    breaks: [
      [
        'clean: { objective: { clustering: 1 }, clustering: { clusters: 1001 } }',
        'EXPC423 2:64 1001 clusters of a cleaning set of 1000 pairs',
      ],
      [
        'clean: { objective: { clustering: 1 }, clustering: { clusters: 961, embedding: training, batch_size: 64 } }',
        'EXPC423 2:64 961 clusters of 960 embeddings: of 1000 pairs, whole batches of 64 are embedded',
      ],
    ],
  },
  modelSizesFit: {
    keeps: [
      'model: { image: { kind: vit, layers: 2, width: 64, patch: 8, resolution: 32 } }',
      'model: { image: { kind: vit, layers: 2, width: 48, heads: 3, patch: 8, resolution: 32 } }',
      'model: { image: { heads: 8 }, text: { width: 128 } }',
    ],
    breaks: [
      [
        'model: { image: { kind: vit, layers: 2, width: 64, patch: 5, resolution: 32 } }',
        'EXPC411 2:59 patches of 5 px do not tile pictures of 32 px',
      ],
      [
        'model: { image: { kind: vit, layers: 2, width: 48, patch: 8, resolution: 32 } }',
        'EXPC411 2:48 a width of 48 is no multiple of 64, so the default of width / 64 heads does not exist',
      ],
      ['model: { text: { heads: 3 } }', 'EXPC411 2:25 3 heads do not divide a width of 64'],
      [
        'model: { image: { heads: 5 } }',
        'EXPC411 2:26 5 heads do not divide the 512 channels of the last stage',
      ],
      [
        'model: { image: { resolution: 24 } }',
        'EXPC411 2:31 a picture of 24 px cannot be halved evenly by 4 stages',
      ],
    ],
  },
  objectiveHasWeight: {
    keeps: ['clean: { objective: { mmcl: 0, ssl: 1 } }'],
    breaks: [
      [
        'clean: { objective: { mmcl: 0, ssl: 0 } }',
        'EXPC405 2:21 the objective of `clean` has no loss with a weight above 0',
      ],
    ],
  },
  batchFitsData: {
    keeps: ['clean: { data: { size: 64 } }'],
    breaks: [
      [
        'clean: { data: { size: 63 }, batch_size: 64 }',
        'EXPC402 2:42 a batch of 64 pairs is larger than the cleaning set of 63',
      ],
    ],
  },
  cleaningPoisonFits: {
    keeps: ['clean: { data: { poisons: 1000 } }', 'poison: null'],
    breaks: [
      [
        'clean: { data: { poisons: 1001 } }',
        'EXPC410 2:27 1001 poisoned pairs do not fit into a cleaning set of 1000',
      ],
      [
        'poison: null\nclean: { data: { poisons: 1 } }',
        'EXPC409 3:27 the cleaning set holds poison, but there is no attack',
      ],
    ],
  },
  warmupFitsTraining: {
    // 1000 / 64 = 15 steps an epoch, 5 epochs.
    keeps: ['clean: { schedule: { warmup_steps: 74 } }', 'pretrain: { schedule: { warmup_steps: 100000 } }'],
    breaks: [
      [
        'clean: { schedule: { warmup_steps: 75 } }',
        'EXPC408 2:36 the warm-up of 75 steps is not over when cleaning ends after 75',
      ],
    ],
  },
  classifiedDataHaveClasses: {
    keeps: [
      'datasets: { c: { kind: csv, path: a.csv, label_column: l, resolution: 32 } }\nevaluate: { dataset: c }',
      'datasets: { two: { kind: join, of: [pictures, labelled] } }\nevaluate: { dataset: two }',
    ],
    breaks: [
      [
        'datasets: { c: { kind: csv, path: a.csv, resolution: 32 } }\nevaluate: { dataset: c }',
        'EXPC434 3:22 the pictures of `c` have no classes, and `evaluate.dataset` needs them',
      ],
      [
        'datasets: { c: { kind: coco, path: a.json, root: ., resolution: 32 } }\nevaluate: { readouts: { dataset: c } }',
        'EXPC434 3:34 the pictures of `c` have no classes, and `evaluate.readouts.dataset` needs them',
      ],
      [
        'datasets: { c: { kind: csv, path: a.csv, resolution: 32 }, two: { kind: join, of: [labelled, c] } }\nevaluate: { dataset: two }',
        'EXPC434 3:22 the pictures of `two` have no classes, and `evaluate.dataset` needs them',
      ],
    ],
  },
  checkpointRules: {
    keeps: [
      'clean: { from: best }',
      'clean: { from: "asr >= 80 and top1 >= 55, highest top1" }',
      'poison: null\nclean: { from: "top5 >= 5, first" }',
      'evaluate: { validation: { dataset: pictures } }\nclean: { from: lowest validation.loss }',
      'evaluate: { selection: 0.2 }\nclean: { from: "selection.asr.top1 >= 80, highest selection.accuracy.top1" }',
      'poison: null\nevaluate: { asr: { trigger: { kind: blended }, target: cat } }\nclean: { from: lowest asr }',
      'evaluate: { readouts: { dataset: pictures, neighbours: 3 } }\nclean: { from: highest knn.accuracy }',
      'evaluate: { superclasses: { pets: [cat, dog] } }\nclean: { from: highest superclass_accuracy.top1 }',
      'evaluate: { asr: { also: [false-alarm] } }\nclean: { from: "false_alarm.top1 <= 5, last" }',
      'evaluate: { supervised: true }\npretrain: { objective: { supervised: 1 } }\nclean: { from: highest supervised.accuracy.top1 }',
    ],
    breaks: [
      [
        'clean: { from: "asr >= 80 or top1 >= 5, last" }',
        'EXPC418 2:16 `asr >= 80 or top1 >= 5` is not understood: a condition is `METRIC >= NUMBER` (or <=, >, <)',
      ],
      ['evaluate: { top_k: [5] }\nclean: { from: best }', 'EXPC418 3:16 `accuracy.top1` is not measured'],
      [
        'poison: null\nclean: { from: lowest asr }',
        'EXPC418 3:16 `asr.top1` is not measured: there is no attack',
      ],
      [
        'evaluate: { retrieval: { dataset: pictures } }\nclean: { from: highest retrieval.recall7 }',
        'EXPC418 3:16 `retrieval.recall7` is not measured',
      ],
      [
        'evaluate: { supervised: true }\nclean: { from: highest supervised.accuracy.top1, objective: { supervised: 1 } }',
        'EXPC418 3:16 `supervised.accuracy.top1` is not measured',
      ],
    ],
  },
  epochExists: {
    keeps: ['clean: { from: 10 }', 'clean: { from: last }'],
    breaks: [['clean: { from: 11 }', 'EXPC412 2:16 cleaning starts from epoch 11, but pre-training has 10']],
  },
  asrMeasuresTheAttack: {
    keeps: [
      // The same trigger, its defaults written out.
      'evaluate: { asr: { trigger: { kind: noise-patch, size: 8, location: random, overflow: clamp } } }',
      'evaluate: { asr: { target: banana } }',
      'poison: null\nevaluate: { asr: { trigger: { kind: blended }, target: banana } }',
    ],
    breaks: [
      [
        'evaluate: { asr: { trigger: { kind: noise-patch, size: 9 } } }',
        'EXPC407 2:29 the attack is measured with another trigger than the one trained',
      ],
      [
        'poison: null\nevaluate: { asr: { trigger: { kind: blended } } }',
        'EXPC409 3:29 an attack success rate needs a target, and there is no `poison` to take it from',
      ],
      [
        'poison: null\nevaluate: { asr: { target: cat } }',
        'EXPC409 3:28 an attack success rate needs a trigger, and there is no `poison` to take it from',
      ],
    ],
  },
};

test('every rule has examples', () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map((rule) => rule.name).sort());
});

describe.each(Object.entries(examples))('%s', (name, { keeps, breaks }) => {
  test.each(keeps)('keeps it: %s', (text) => {
    expect(checkOver(text).found).toEqual([]);
  });
  test.each(breaks)('breaks it: %s', (text, ...found) => {
    expect(checkOver(text).found.map((line) => line.replace('experiment.yaml:', ''))).toEqual(found);
  });

  test('looks only at the paths that it says it reads', () => {
    const rule = rules.find((one) => one.name === name)!;
    for (const text of ['', ...keeps]) {
      const seen: string[] = [];
      rule.check(watched(resolve(text), [], seen) as never, () => ({ place: null, via: [] }));
      const strange = seen.filter((path) => !rule.reads.some((read) => within(path, read)));
      expect(strange).toEqual([]);
    }
  });
});

/** A path is read when it lies in what the rule names, or on the way there. */
function within(path: string, read: string): boolean {
  return `${path}.`.startsWith(`${read}.`) || `${read}.`.startsWith(`${path}.`);
}

/** The document, noting every path that is looked at. */
function watched(value: unknown, path: readonly string[], seen: string[]): unknown {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get: (target, key) => {
      const inner: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) return inner;
      seen.push([...path, key].join('.'));
      return watched(inner, [...path, key], seen);
    },
  });
}
