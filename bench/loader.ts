/**
 * Pictures per second on two cores, from JPEG files to batches of normalised floats, beside PyTorch's DataLoader with
 * torchvision and Pillow, in one run; first whether both make the same bytes.
 *   npm run bench:loader -- [--pictures 10000] [--rounds 5] [--batches 16]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeDataset, makePictures } from './support/loader-pictures.js';
import { loaderSize, type LoaderAnswer, type LoaderRequest } from './support/loader-request.js';
import { median, Peer } from './support/peer.js';
import { pythonWith } from './support/venv.js';

const number = { type: 'string' } as const;
const { values } = parseArgs({ options: { pictures: number, rounds: number, batches: number } });
const [count, rounds, batches] = [values.pictures ?? 10_000, values.rounds ?? 5, values.batches ?? 16].map(
  Number,
) as [number, number, number];
const { side, batch, workers } = loaderSize;
const root = fileURLToPath(new URL('../..', import.meta.url));
const python = await pythonWith('torchvision', 'torch', 'torchvision', 'pillow');
const folder = mkdtempSync(join(tmpdir(), 'expc-loader-'));
try {
  const pictures = join(folder, 'pictures');
  const dataset = join(folder, 'dataset');
  await makeDataset(dataset, pictures, await makePictures(pictures, count));
  const ours = new Peer<LoaderRequest, LoaderAnswer>('expc', process.execPath, [
    fileURLToPath(new URL('./support/loader-ours.js', import.meta.url)),
    dataset,
  ]);
  const theirs = new Peer<LoaderRequest, LoaderAnswer>('torch', python, [
    join(root, 'bench', 'peer', 'loader.py'),
    pictures,
    ...[batch, workers, side].map(String),
  ]);
  await compareBytes(ours, theirs);
  await compareSpeed(ours, theirs);
  ours.stop();
  theirs.stop();
} finally {
  rmSync(folder, { recursive: true });
}

type Side = Peer<LoaderRequest, LoaderAnswer>;

async function compareBytes(ours: Side, theirs: Side): Promise<void> {
  const some = Array.from({ length: Math.min(200, count) }, (_, i) =>
    Math.floor((i * count) / Math.min(200, count)),
  );
  const [a, b] = [
    await ours.ask({ kind: 'bytes', pictures: some }),
    await theirs.ask({ kind: 'bytes', pictures: some }),
  ];
  const same = some.filter((_, i) => a.digests![i] === b.digests![i]).length;
  console.log(`the same bytes: ${same} of ${some.length} pictures`);
  if (same < some.length) process.exitCode = 1;
}

async function compareSpeed(ours: Side, theirs: Side): Promise<void> {
  const loaded = batches * batch;
  console.log(
    `pictures per second and core (${workers} workers each), medians of ${rounds} rounds of ${loaded} pictures`,
  );
  for (const augment of [false, true]) {
    const [a, b]: LoaderAnswer[][] = [[], []];
    for (let epoch = 0; epoch <= rounds; epoch++) {
      const request = { kind: 'load', batches, augment, epoch } as const;
      const pair = [await ours.ask(request), await theirs.ask(request)] as const;
      if (epoch === 0) continue; // Workers start.
      a!.push(pair[0]);
      b!.push(pair[1]);
    }
    const rate = (answers: LoaderAnswer[]) => loaded / median(answers.map(({ seconds }) => seconds!)) / 2;
    const cost = (answers: LoaderAnswer[]) =>
      (1000 * median(answers.map((one) => one.cpu_seconds!))) / loaded;
    const name = augment ? 'with an AutoAugment copy' : 'resized, cropped, normalised';
    console.log(
      `${name}: expc ${rate(a!).toFixed(0)}, torch ${rate(b!).toFixed(0)}, ratio ${(rate(a!) / rate(b!)).toFixed(2)}; ` +
        `processor time a picture: expc ${cost(a!).toFixed(2)} ms, torch ${cost(b!).toFixed(2)} ms, ratio ${(cost(b!) / cost(a!)).toFixed(2)}`,
    );
  }
}
