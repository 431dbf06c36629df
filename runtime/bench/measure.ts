import { openBatches, type Batches } from '../data/batches/source.js';
import type { PairBatch } from '../data/batches/assemble.js';
import { createTokenizer } from '../text/tokenizer.js';
import { beginLosses } from '../train/begin-losses.js';
import { createEngine } from '../train/create-engine.js';
import type { Engine } from '../train/engine.js';
import { tokenized } from '../train/training-batches.js';
import { backendVersions } from '../store/provenance.js';
import type { StepCase } from './case.js';
import { memoryOfTraining } from './memory.js';
import type { Measured, MeasureRequest } from './request.js';
import { median } from './median.js';

/** Fewest and most steps that are measured, after one that is not: it plans the graph's run. */
const steps = { least: 3, most: 200 };

/** Classes of losses that need some, and of a teacher's labels: as many as ImageNet has. */
const classCount = 1000;

/**
 * Trains as a stage does, on batches of a data set, for some seconds, and measures.
 *
 * @throws {StageFailure} where a stage of this configuration could not begin either
 */
export async function measure(request: MeasureRequest): Promise<Measured> {
  const { case: one, data, evaluation } = request;
  const tokenizer = createTokenizer(one.model.text.vocabulary);
  const batches = openBatches(data, {
    seed: 0,
    resolution: one.model.image.resolution,
    augment: one.augment,
    batchSize: one.batch_size,
  });
  const engine = engineFor(one, evaluation);
  try {
    const labels = labelsFor(one, batches);
    const prepare = (batch: PairBatch) => tokenized({ tokenizer, config: one, ...labels }, batch);
    const times = await trainFor(request.seconds, batches, (batch) => engine.step(prepare(batch), 1e-4));
    const memory_bytes = await memoryOfTraining();
    return {
      step_seconds: median(times.step),
      wait_seconds: median(times.wait),
      steps: times.step.length,
      begin_seconds: times.begin,
      memory_bytes,
      ...(await measureEmbedding(engine, one, evaluation)),
      versions: backendVersions(),
    };
  } finally {
    engine.dispose();
    await batches.close();
  }
}

function engineFor(one: StepCase, evaluation: number): Engine {
  const optimizer = { lr: 1e-4, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
  const config = { ...one, optimizer, classes: { pseudo_labels: classCount, supervised: classCount } };
  const engine = createEngine(config, { step: one.batch_size, evaluation }, () => undefined);
  engine.initialize(0);
  beginLosses(engine, config, 0, new Map());
  return engine;
}

/** Some class for every pair: which one does not change a step's time. */
function labelsFor({ batch_size: size }: StepCase, { perEpoch }: Batches) {
  const some = Int32Array.from({ length: (perEpoch + 1) * size }, (_, pair) => pair % classCount);
  return { labels: { pseudo_labels: some, supervised: some } };
}

interface Times {
  readonly step: number[];
  readonly wait: number[];
  /** To the end of the first step. */
  readonly begin: number;
}

async function trainFor(
  seconds: number,
  batches: Batches,
  step: (batch: PairBatch) => Promise<unknown>,
): Promise<Times> {
  const times: Times = { step: [], wait: [], begin: 0 };
  let begin: number | null = null;
  let started = Infinity;
  for (let epoch = 0; ; epoch++) {
    let asked = performance.now();
    for await (const batch of batches.epoch(epoch)) {
      const came = performance.now();
      await step(batch);
      const done = performance.now();
      if (begin === null) {
        begin = done / 1000; // Of the process's own clock.
        started = done;
      } else {
        times.wait.push((came - asked) / 1000);
        times.step.push((done - came) / 1000);
      }
      const count = times.step.length;
      const isOver = done - started > seconds * 1000 && count >= steps.least;
      if (isOver || count >= steps.most) return { ...times, begin };
      asked = performance.now();
    }
  }
}

async function measureEmbedding(
  engine: Engine,
  { model }: StepCase,
  count: number,
): Promise<Pick<Measured, 'picture_seconds' | 'caption_seconds'>> {
  const images = new Uint8Array(count * model.image.resolution ** 2 * 3);
  const ids = new Int32Array(count * model.text.context).fill(1);
  const timed = async (embed: () => Promise<unknown>) => {
    await embed(); // Plans the run.
    const started = performance.now();
    await embed();
    return (performance.now() - started) / 1000 / count;
  };
  return {
    picture_seconds: await timed(() => engine.embedImages(images, count)),
    caption_seconds: await timed(() => engine.embedTexts(ids, count)),
  };
}
