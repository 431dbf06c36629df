// One side of the loader's comparison: batches as trainings take them, asked for by lines of JSON.
//   node loader-ours.js FOLDER
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openDataset } from '../../runtime/data/artifact/open.js';
import { openBatches, type Batches } from '../../runtime/data/batches/source.js';
import { loaderSize, type LoaderAnswer, type LoaderRequest } from './loader-request.js';

const folder = process.argv[2]!;
const { side, batch: batchSize, workers } = loaderSize;
const opened = new Map<boolean, Batches>();

function batchesOf(augment: boolean): Batches {
  const found = opened.get(augment);
  if (found) return found;
  const copies = { image: 'autoaugment-imagenet', text: 'none', text_draw: 'each-epoch' } as const;
  const config = { seed: 1, batchSize, resolution: side, augment: augment ? copies : null };
  const made = openBatches(folder, config, { workers });
  opened.set(augment, made);
  return made;
}

/** CLIP's normalisation of a byte in each channel, as a table. */
const tables = [
  [0.48145466, 0.26862954],
  [0.4578275, 0.26130258],
  [0.40821073, 0.27577711],
].map(([mean, deviation]) =>
  Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean!) / deviation!),
);

/** To normalised floats: what the graph of a training does, which PyTorch's workers do in theirs. */
function normalised(bytes: Uint8Array, into: Float32Array): void {
  const [red, green, blue] = tables as [Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < bytes.length; i += 3) {
    into[i] = red[bytes[i]!]!;
    into[i + 1] = green[bytes[i + 1]!]!;
    into[i + 2] = blue[bytes[i + 2]!]!;
  }
}

const tensor = new Float32Array(batchSize * side * side * 3);

async function load({
  batches,
  augment,
  epoch,
}: Extract<LoaderRequest, { kind: 'load' }>): Promise<LoaderAnswer> {
  const source = batchesOf(augment);
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  for await (const batch of source.epoch(epoch, source.perEpoch - batches)) {
    normalised(batch.images, tensor);
    if (batch.augmented) normalised(batch.augmented.images, tensor);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - started) / 1000, cpu_seconds: (user + system) / 1e6 };
}

async function answer(request: LoaderRequest): Promise<LoaderAnswer> {
  if (request.kind === 'load') return load(request);
  const data = openDataset(folder);
  const digests: string[] = [];
  for (const i of request.pictures)
    digests.push(
      createHash('sha256')
        .update((await data.picture(i)).data)
        .digest('hex'),
    );
  data.close();
  return { digests };
}

for await (const line of createInterface(process.stdin))
  console.log(JSON.stringify(await answer(JSON.parse(line) as LoaderRequest)));
await Promise.all([...opened.values()].map((batches) => batches.close()));
