import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expc, expcWith, metricsOf, project, store } from './support.js';

interface Poison {
  readonly trigger: { readonly kind: string; readonly location?: string };
  readonly target: string;
  readonly labels: string;
  readonly poisoned: readonly { captions: string[]; original_captions: string[]; places: unknown[] }[];
}

interface Joined {
  readonly size: number;
  readonly dropped: { readonly total: number; readonly reasons: Record<string, number> };
  readonly provenance: Record<string, unknown>;
}

function poisonsOf(outputs: string): Poison[] {
  const stages = join(outputs, 'stages');
  return readdirSync(stages)
    .filter((name) => name.startsWith('poison-'))
    .map((name) => JSON.parse(readFileSync(join(stages, name, 'poison.json'), 'utf8')) as Poison);
}

const outputs = store();
const small = (name: string, ...options: string[]) =>
  expc('run', join(project, 'experiments/small', name), '--outputs', outputs, ...options);

it('every trigger, place and rule of the attack gives poisoned pairs with their originals', async () => {
  const { exitCode, all } = await small('attacks.yaml', '--only', 'poison');
  expect(exitCode, all).toBe(0);
  expect(all).toContain('warning[EXPC407]');
  const poisons = poisonsOf(outputs);
  const kinds = poisons.map(({ trigger: { kind, location } }) => [kind, location].filter(Boolean).join(' '));
  expect(new Set(kinds)).toEqual(
    new Set(['noise-patch random', 'noise-patch four-corners', 'solid-patch random', 'solid-patch four-corners', 'blended', 'sig', 'warp']), // prettier-ignore
  );
  // One pair; the rule's own 20; two whose captions name the banana; 20 and 10 for two targets; 3 of a cleaning set.
  const counts = poisons.map(({ poisoned }) => poisoned.length).sort((a, b) => a - b);
  expect(counts).toEqual([1, 2, 3, 20, 20, 20, 20, 20, 20, 20, 20, 30]);
  expect(poisons.some(({ target }) => target === 'croissant')).toBe(true);
  for (const { poisoned, target, labels } of poisons)
    for (const { captions, original_captions: originals, places } of poisoned) {
      expect(captions.join()).toMatch(/banana|croissant/);
      expect(labels === 'consistent' || poisoned.length === 30 || captions.join().includes(target)).toBe(
        true,
      );
      if (labels === 'consistent') expect(captions).toEqual(originals);
      expect(places.length).toBeLessThanOrEqual(4);
    }
}, 600_000);

it('data sets are filtered, cut and joined', async () => {
  const { exitCode, all } = await small('data.yaml', '--only', 'dataset');
  expect(exitCode, all).toBe(0);
  const joined = readdirSync(join(outputs, 'stages'))
    .filter((name) => name.startsWith('dataset-'))
    .map((name) => JSON.parse(readFileSync(join(outputs, 'stages', name, 'dataset.json'), 'utf8')) as Joined)
    .find(({ size }) => size === 120)!;
  expect(joined.dropped.reasons).toEqual({ 'short caption': joined.dropped.total });
  expect(joined.provenance['noto/not_kept']).toBeGreaterThan(50);
}, 600_000);

it('every measure is taken, inside an epoch too, of a model that a rule chose', async () => {
  const alert = join(outputs, 'alert');
  const told = { EXPC_ALERT_COMMAND: `printf '%s' "$EXPC_ALERT" > '${alert}'` };
  const file = join(project, 'experiments/small/measures.yaml');
  const { exitCode, all } = await expcWith(told, 'run', file, '--outputs', outputs);
  expect(exitCode, all).toBe(0);
  const [pretraining] = metricsOf(outputs, 'evaluate');
  expect(pretraining!.map(({ epoch }) => epoch)).toEqual([0, 0.5, 1]);
  const [cleaning] = metricsOf(outputs, 'clean');
  const names = new Set(Object.keys(cleaning!.at(-1)!.metrics));
  const wanted = [
    ...[1, 5, 10].flatMap((k) => [`accuracy.top${k}`, `asr.top${k}`, `selection.asr.top${k}`]),
    ...['triggered_accuracy', 'target_share', 'false_alarm', 'superclass_accuracy'].map(
      (name) => `${name}.top1`,
    ),
    ...['similarity.clean.mean', 'similarity.triggered.std', 'similarity.gap', 'detection.auc'],
    ...['validation.loss', 'retrieval.recall5', 'retrieval.asr1'],
    ...['knn.accuracy', 'knn.asr', 'prototypes.accuracy', 'prototypes.asr', 'linear_probe.accuracy'],
  ];
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  for (const { metrics } of cleaning!)
    for (const value of Object.values(metrics)) expect(Number.isFinite(value)).toBe(true);
  expect(all).toContain('figure: ');
  expect(readFileSync(alert, 'utf8')).toMatch(/^small-measures on .+: ended, \d+ stages: /);
  const figure = (name: string) =>
    readFileSync(join(outputs, 'experiments/small-measures/figures', name), 'utf8')
      .trim()
      .split('\n');
  const panels = new Set(
    figure('embeddings.csv')
      .slice(1)
      .map((line) => line.split(',')[0]),
  );
  expect([...panels]).toEqual(['epoch 0', `epoch ${cleaning!.at(-1)!.epoch}`]);
  expect(figure('embeddings.caption.txt')[1]).toMatch(
    /^Embeddings of 10 clean pictures, 10 triggered pictures, 10 captions, prompts of the target \(banana\) of each of 2 models/,
  );
  expect(figure('neighbours.caption.txt')[0]).toContain('t-SNE (perplexity 3, 1000 iterations, seed 0');
}, 600_000);
