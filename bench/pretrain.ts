/**
 * Whole training steps beside the same model and batch in PyTorch, eager and compiled, in one run: time, processor time
 * and peak memory as ratios, expc by PyTorch.
 *   npm run bench:pretrain -- [--rows quickstart,small,rn50,vit-b32] [--objective mmcl,ssl,mmcl+ssl]
 *     [--precision fp32,bf16] [--against eager,compile] [--rounds 5] [--md]
 */
import { compare } from './support/beside-torch.js';
import { models } from './support/models.js';
import { readOptions } from './support/options.js';
import { Table } from './support/table.js';
import { pythonWith } from './support/venv.js';
import type { TrainRequest } from './support/request.js';

/** Steps of a round: seconds of work for any model. */
const stepsOfRound: Readonly<Record<string, number>> = { quickstart: 20, small: 5, rn50: 1, 'vit-b32': 1 };

const options = readOptions(['mmcl', 'ssl', 'mmcl+ssl']);
const python = await pythonWith('torch', 'torch', 'numpy');
const labels = [
  ['model', 28],
  ['objective', 9],
  ['precision', 9],
] as const;
const table = new Table(labels, options.forms, options.markdown);
for (const name of options.rows)
  for (const objective of options.objectives)
    for (const precision of options.precisions) {
      const { model, title, pairs, pairsWithCopies } = models[name]!;
      const [mmcl, ssl] = [objective.includes('mmcl'), objective.includes('ssl')];
      const batch = ssl ? pairsWithCopies : pairs;
      const request: Omit<TrainRequest, 'compile' | 'steps'> = {
        kind: 'train',
        model,
        batch,
        mmcl,
        ssl,
        precision,
      };
      const steps = stepsOfRound[name]!;
      const found = await compare(request, { rounds: options.rounds, steps, forms: options.forms, python });
      const cells = [title, objective.toUpperCase(), precision];
      table.add({ cells, pictures: batch }, found);
    }
