import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, error, some, warning, type Notice } from '../notice.js';
import type { Definition, Point } from '../results/types.js';
import { contaminations } from './contamination.js';
import type { Imported, ImportedRun } from './imported.js';
import {
  cutIntoRuns,
  isPublished,
  originOf,
  publishedEpochs,
  type Objective,
  type Origin,
} from './published-layout.js';
import { BadSeries, metricsOf, pictures, readSeries, sameSeries, type Series } from './published-series.js';

/**
 * Reads the metrics that the study (arXiv 2311.14948) published next to its figures, as runs of the experiments
 * `paper-cc3m` and `paper-cc6m` with their axes `pretraining` and `cleaning`, and by parameters of the language:
 * `poison.count`, `clean.data.size`, `clean.data.poisons` (those left in the cleaning set). Learning rates are lost: runs
 * of one series have a number, `run_number`.
 *
 * Runs that got into a series by mistake are under `part: as published` only; `part: own` is the series without them.
 * Where the two do not differ, `part` is null.
 */
export function importPublished(folder: string): Imported {
  const notices: Notice[] = [];
  const seen = new Map<string, { series: Series; file: string }>();
  const runs = readdirSync(folder)
    .filter((file) => isPublished(file))
    .sort((a, b) => Number(a.endsWith('.csv')) - Number(b.endsWith('.csv')) || (a < b ? -1 : 1))
    .flatMap((file) => importFile(folder, file, seen, notices));
  if (runs.length === 0 && notices.length === 0)
    notices.push(
      error('badImport', `no published data file in \`${folder}\``, {
        hint: 'their names begin with `cleaning_plot`',
      }),
    );
  return { runs, notices };
}

function importFile(
  folder: string,
  file: string,
  seen: Map<string, { series: Series; file: string }>,
  notices: Notice[],
): ImportedRun[] {
  const place = { file: join(folder, file), line: null };
  try {
    const all = readSeries(readFileSync(place.file, 'utf8'), file);
    const repeated = repeats(all, file, seen);
    if (repeated !== null) {
      notices.push(warning('skipped', `the same as \`${repeated}\`: skipped`, { place }));
      return [];
    }
    for (const [key, series] of all) seen.set(`${withoutEnd(file)} ${key}`, { series, file });
    return runsOf(file, all, notices);
  } catch (problem) {
    if (!(problem instanceof BadSeries)) throw problem;
    notices.push(error('badImport', problem.message, { place }));
    return [];
  }
}

/** The file that had all these series already. */
function repeats(
  all: ReadonlyMap<string, Series>,
  file: string,
  seen: ReadonlyMap<string, { series: Series; file: string }>,
): string | null {
  const earlier = [...all].map(([key, series]) => {
    const before = seen.get(`${withoutEnd(file)} ${key}`);
    return before !== undefined && sameSeries(before.series, series) ? before.file : null;
  });
  return earlier.length > 0 && earlier.every((before) => before !== null) ? earlier[0]! : null;
}

/** What the two formats of one set of data have in common. */
const withoutEnd = (file: string) => file.replace('_data_', '_').replace(/\.\w+$/, '');

function runsOf(file: string, all: ReadonlyMap<string, Series>, notices: Notice[]): ImportedRun[] {
  const cut = new Map<string, Point[][]>();
  const origins = new Map<string, Origin>();
  const merged = new Set<string>();
  for (const [key, series] of all) {
    const origin = originOf(file, key);
    if (typeof origin === 'string') throw new BadSeries(origin);
    const runs = cutIntoRuns(series, origin.layout);
    if (runs === null) merged.add(key);
    origins.set(key, origin);
    cut.set(
      key,
      runs ?? [series.asr.map((_, i) => ({ epoch: null, step: null, metrics: metricsOf(series, i) }))],
    );
  }
  const foreign = new Map(contaminations(cut).map((found) => [found.key, found]));
  for (const { key, by, runs } of foreign.values())
    notices.push(
      warning(
        'contaminated',
        `\`${key}\` also holds the ${count(runs.length, 'run')} of \`${by}\`; it is shown \`as published\` and with its \`own\` runs alone`,
        { place: { file, line: null } },
      ),
    );
  if (merged.size > 0)
    notices.push(
      warning(
        'badImport',
        `the borders between the runs of ${some([...merged])} cannot be told: pooled as one`,
        {
          place: { file, line: null },
        },
      ),
    );
  return [...cut].flatMap(([key, runs]) => {
    const others = foreign.get(key)?.runs ?? [];
    const make = (points: Point[], i: number, part: string | null) =>
      runResult(`${file}/${key}/${i}`, origins.get(key)!, points, i, part, merged.has(key));
    if (others.length === 0) return runs.map((points, i) => make(points, i, null));
    return [
      ...runs.map((points, i) => make(points, i, 'as published')),
      ...runs.flatMap((points, i) => (others.includes(i) ? [] : [make(points, i, 'own')])),
    ];
  });
}

/** The models before cleaning, as the study states them: accuracy and ASR. */
const starts: Readonly<Record<string, readonly [number, number]>> = {
  'CC3M mmcl': [0.16, 0.9988],
  'CC3M mmcl+ssl': [0.1704, 0.9903],
  'CC6M mmcl': [0.2376, 0.9998],
  'CC6M mmcl+ssl': [0.2386, 0.9945],
};

function runResult(
  id: string,
  origin: Origin,
  points: readonly Point[],
  index: number,
  part: string | null,
  merged: boolean,
): ImportedRun {
  const { dataset, poisons, cleaningSize, pretraining, cleaning, left } = origin;
  const model = `${dataset} ${pretraining}`;
  const [accuracy, asr] = starts[model]!;
  return {
    name: `${model}/${cleaningSize / 1000}k-${left}/${cleaning}/${index + 1}`,
    experiment: `paper-${dataset.toLowerCase()}`,
    ablation: left > 0 ? 'poisoned-cleaning' : cleaningSize > 100_000 ? '200k' : 'main',
    axes: {
      dataset,
      pretraining,
      cleaning,
      'clean.data.size': cleaningSize,
      'clean.data.poisons': left,
      part,
      run_number: index + 1,
    },
    parameters: {
      'poison.count': poisons,
      'clean.epochs': publishedEpochs,
      ...weights('pretrain', pretraining),
      ...weights('clean', cleaning),
    },
    work: `${id}/${part}`,
    state: 'done',
    start: { id: model, metrics: { 'accuracy.top1': accuracy, 'asr.top1': asr } },
    points,
    definitions,
    merged,
  };
}

/** The weights of the losses of an objective. */
function weights(stage: string, objective: Objective): Record<string, number> {
  const losses = objective.split('+');
  return Object.fromEntries(
    ['mmcl', 'ssl'].map((loss) => [`${stage}.objective.${loss}`, losses.includes(loss) ? 1 : 0]),
  );
}

const definitions: Readonly<Record<string, Definition>> = {
  'accuracy.top1': {
    description: 'Zero-shot top-1 accuracy on ImageNet-1K.',
    unit: 'fraction',
    k: 1,
    classes: 1000,
    pictures: pictures.accuracy,
  },
  'asr.top1': {
    description:
      'Attack success rate: share of triggered pictures of other classes that are taken for the target.',
    unit: 'fraction',
    k: 1,
    classes: 1000,
    pictures: pictures.asr,
    excluded: pictures.excluded,
    target: 'banana',
    redrawn_each_evaluation: true,
  },
};
