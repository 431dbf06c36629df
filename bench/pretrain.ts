// Pictures per second of pre-training, and peak memory, beside the same model and batch in PyTorch, in one run.
//   npm run bench:pretrain -- [rounds]
import { fileURLToPath } from 'node:url';
import type { Model } from '../schema/generated/resolved.js';
import type { StepAnswer, StepRequest } from './support/ours.js';
import { median, Peer } from './support/peer.js';
import { pythonWith } from './support/venv.js';

const THREADS = 2;

/** The quickstart's model, and the small one of 7 million parameters. */
const models: Readonly<Record<string, { readonly model: Model; readonly batch: number }>> = {
  quickstart: { model: clip(64, [1, 1, 1], 16, 32, 64, 16, 4096), batch: 64 },
  'small (64 px)': { model: clip(128, [1, 1, 1, 1], 32, 64, 256, 32, 8192), batch: 64 },
};

function clip(
  embed_dim: number,
  layers: number[],
  width: number,
  resolution: number,
  textWidth: number,
  context: number,
  vocabulary: number,
): Model {
  return {
    embed_dim,
    image: { kind: 'resnet', layers, width, resolution },
    text: { layers: 2, width: textWidth, heads: textWidth / 32, context, vocabulary, truncation: 'keep-end' },
    init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: false },
  };
}

const rounds = Number(process.argv[2] ?? 5);
const python = await pythonWith('torch', 'torch', 'numpy');
const script = fileURLToPath(new URL('../../bench/peer/clip.py', import.meta.url));
const worker = fileURLToPath(new URL('./support/ours.js', import.meta.url));
const environment = {
  TF_NUM_INTRAOP_THREADS: String(THREADS),
  OMP_NUM_THREADS: String(THREADS),
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
};

console.log(`model          objective  expc img/s  torch img/s  time ratio  expc MB  torch MB  memory ratio`);
for (const [name, { model, batch }] of Object.entries(models))
  for (const ssl of [false, true]) {
    // Fresh processes, so that peak memory is this case's own.
    const ours = new Peer<StepRequest, StepAnswer>('expc', process.execPath, [worker], environment);
    const torch = new Peer<StepRequest, StepAnswer>('torch', python, [script, String(THREADS)]);
    const seconds: [number[], number[]] = [[], []];
    const peak = [0, 0];
    for (let round = 0; round < rounds; round++)
      for (const [side, peer] of [ours, torch].entries()) {
        const answer = await peer.ask({ model, batch, ssl, steps: 10 });
        seconds[side]!.push(median(answer.seconds));
        peak[side] = answer.peak_bytes;
      }
    ours.stop();
    torch.stop();
    const [a, b] = seconds.map(median) as [number, number];
    const cells = [
      name.padEnd(15),
      (ssl ? 'mmcl+ssl' : 'mmcl').padEnd(10),
      (batch / a).toFixed(0).padStart(9),
      (batch / b).toFixed(0).padStart(12),
      (a / b).toFixed(2).padStart(11),
      (peak[0]! / 2 ** 20).toFixed(0).padStart(8),
      (peak[1]! / 2 ** 20).toFixed(0).padStart(9),
      (peak[0]! / peak[1]!).toFixed(2).padStart(13),
    ];
    console.log(cells.join(' '));
  }
