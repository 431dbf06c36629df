// One side of a comparison with PyTorch: training steps, or embedding, on random data, asked for by lines of JSON.
import { createInterface } from 'node:readline';
import type { Model } from '../../schema/generated/resolved.js';
import { peakResident } from '../../runtime/bench/memory.js';
import { stream } from '../../runtime/random/stream.js';
import { createEngine } from '../../runtime/train/create-engine.js';
import type { EngineConfig, View } from '../../runtime/train/engine.js';
import type { StepAnswer, StepRequest } from './request.js';

/** One step, or one batch embedded. */
type Step = () => Promise<unknown>;

function randomView({ image, text }: Model, count: number, number: number): View {
  const random = stream(1, 'bench', number);
  const { context, vocabulary } = text;
  const images = Uint8Array.from({ length: count * image.resolution ** 2 * 3 }, () => random.int(256));
  const ids = Int32Array.from({ length: count * context }, (_, i) =>
    i % context === 10 ? vocabulary - 1 : 1 + random.int(vocabulary - 3),
  );
  return { images, ids };
}

async function prepare(request: StepRequest): Promise<Step> {
  const { model, batch } = request;
  const isTraining = request.kind === 'train';
  const config: EngineConfig = isTraining ? trainingConfig(request) : { model };
  const sizes = isTraining ? { step: batch, evaluation: 8 } : { step: 1, evaluation: batch };
  const engine = createEngine(config, sizes, (line) => {
    if (line.includes('eager')) console.error(line);
  });
  engine.initialize(0);
  const originals = randomView(model, batch, 0);
  const copies = isTraining && request.ssl ? { augmented: randomView(model, batch, 1) } : {};
  const step: Step = isTraining
    ? () => engine.step({ ...originals, ...copies }, 1e-3)
    : () => engine.embedImages(originals.images, batch);
  for (let i = 0; i < 3; i++) await step();
  return step;
}

function trainingConfig({
  model,
  mmcl,
  ssl,
  precision,
}: Extract<StepRequest, { kind: 'train' }>): EngineConfig {
  return {
    model,
    objective: { ...(mmcl ? { mmcl: 1 } : {}), ...(ssl ? { ssl: 1 } : {}) },
    optimizer: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 },
    ...(precision === 'bf16' ? { precision } : {}),
  };
}

async function measure(step: Step, count: number): Promise<StepAnswer> {
  const seconds: number[] = [];
  const cpu_seconds: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const cpu = process.cpuUsage();
    await step();
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpu_seconds.push((user + system) / 1e6);
  }
  return { seconds, cpu_seconds, peak_bytes: peakResident(), version: process.versions.node };
}

const prepared = new Map<string, Step>();
for await (const line of createInterface(process.stdin)) {
  const request = JSON.parse(line) as StepRequest;
  const key = JSON.stringify({ ...request, steps: 0 });
  if (!prepared.has(key)) prepared.set(key, await prepare(request));
  console.log(JSON.stringify(await measure(prepared.get(key)!, request.steps)));
}
