/**
 * Embedding the pictures of a zero-shot evaluation beside PyTorch (inference mode, eager and compiled), in one run: time,
 * processor time and peak memory as ratios, expc by PyTorch. 10,000 pictures in all rounds together; of models for
 * 224 px, 640.
 *   npm run bench:evaluate -- [--rows quickstart,small,rn50,vit-b32] [--against eager,compile]
 *     [--rounds 5] [--md]
 */
import { compare } from './support/beside-torch.js';
import { models } from './support/models.js';
import { readOptions } from './support/options.js';
import { Table } from './support/table.js';
import { pythonWith } from './support/venv.js';
import type { EmbedRequest } from './support/request.js';

const options = readOptions([]);
const python = await pythonWith('torch', 'torch', 'numpy');
const table = new Table([['model', 28]], options.forms, options.markdown);
for (const name of options.rows) {
  const { model, title } = models[name]!;
  const isLarge = model.image.resolution > 64;
  const [count, batch] = isLarge ? [640, 32] : [10_000, 100];
  // Evaluation is in float32, whatever trained.
  const request: Omit<EmbedRequest, 'compile' | 'steps'> = { kind: 'embed', model, batch, precision: 'fp32' };
  const steps = Math.ceil(count / batch / options.rounds);
  const found = await compare(request, { rounds: options.rounds, steps, forms: options.forms, python });
  table.add({ cells: [title], pictures: batch }, found);
}
