// One side of bench/pretrain.ts: training steps on random data, asked for by lines of JSON.
import { createInterface } from 'node:readline';
import type { Model } from '../../schema/generated/resolved.js';
import { stream } from '../../runtime/random/stream.js';
import { createEngine, type Engine, type TrainBatch } from '../../runtime/train/engine.js';

export interface StepRequest {
  readonly model: Model;
  readonly batch: number;
  readonly ssl: boolean;
  readonly steps: number;
}

export interface StepAnswer {
  readonly seconds: readonly number[];
  readonly peak_bytes: number;
}

interface Prepared {
  readonly engine: Engine;
  readonly batch: TrainBatch;
}

function randomBatch({ model, batch }: StepRequest, number: number) {
  const random = stream(1, 'bench', number);
  const { resolution } = model.image;
  const { context, vocabulary } = model.text;
  const images = Uint8Array.from({ length: batch * resolution * resolution * 3 }, () => random.int(256));
  const ids = Int32Array.from({ length: batch * context }, (_, i) =>
    i % context === 10 ? vocabulary - 1 : 1 + random.int(vocabulary - 3),
  );
  return { images, ids };
}

async function prepare(request: StepRequest): Promise<Prepared> {
  const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
  const objective = request.ssl ? { mmcl: 1, ssl: 1 } : { mmcl: 1 };
  const sizes = { step: request.batch, evaluation: 8 };
  const engine = createEngine({ model: request.model, objective, optimizer }, sizes, () => undefined);
  engine.initialize(0);
  const augmented = request.ssl ? { augmented: randomBatch(request, 1) } : {};
  const batch = { ...randomBatch(request, 0), ...augmented };
  for (let i = 0; i < 3; i++) await engine.step(batch, 1e-3);
  return { engine, batch };
}

const prepared = new Map<string, Prepared>();
for await (const line of createInterface(process.stdin)) {
  const request = JSON.parse(line) as StepRequest;
  const key = JSON.stringify([request.model, request.batch, request.ssl]);
  if (!prepared.has(key)) prepared.set(key, await prepare(request));
  const { engine, batch } = prepared.get(key)!;
  const seconds: number[] = [];
  for (let i = 0; i < request.steps; i++) {
    const start = performance.now();
    await engine.step(batch, 1e-3);
    seconds.push((performance.now() - start) / 1000);
  }
  const answer: StepAnswer = { seconds, peak_bytes: process.resourceUsage().maxRSS * 1024 };
  console.log(JSON.stringify(answer));
}
