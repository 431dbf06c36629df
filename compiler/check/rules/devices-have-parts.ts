import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** A training that is spread over devices has a micro-batch for each, and its jobs ask for as many GPUs. */
export const devicesHaveParts: Rule = {
  name: 'devicesHaveParts',
  reads: [
    'execution.data_parallel',
    'execution.slurm',
    'pretrain.micro_batch_size',
    'pretrain.batch_size',
    'clean.micro_batch_size',
    'clean.batch_size',
  ],
  check: (experiment, locate) =>
    (['pretrain', 'clean'] as const).flatMap((section) => {
      const training = experiment[section];
      if (training === undefined) return [];
      const { data_parallel, slurm } = experiment.execution;
      const devices = data_parallel[section];
      if (devices === 1) return [];
      const { batch_size: batch, micro_batch_size: size = batch } = training;
      const parts = Math.ceil(batch / size);
      const origin = locate(['execution', 'data_parallel', section]);
      const problems = [];
      if (parts < devices)
        problems.push(
          problem(
            'EXPC432',
            `\`${section}\` has ${parts === 1 ? 'one micro-batch' : `${parts} micro-batches`} a step, and ${devices} devices`,
            {
              origin,
              label: 'some would have nothing to do',
              related: [{ message: 'the batch is given here', place: locate([section, 'batch_size']).place }],
              hint: `set \`${section}.micro_batch_size\` to ${Math.ceil(batch / devices)} or less: it is part of what is trained, the number of devices is not`,
            },
          ),
        );
      const gpus = slurm.stages?.[section]?.gpus ?? 0;
      if (gpus > 0 && gpus < devices)
        problems.push(
          problem(
            'EXPC433',
            `jobs of \`${section}\` ask for ${gpus === 1 ? 'one GPU' : `${gpus} GPUs`}, and need ${devices}`,
            {
              origin: locate(['execution', 'slurm', 'stages', section, 'gpus']),
              related: [{ message: 'the devices are given here', place: origin.place }],
              hint: 'leave it out: a job asks for as many as its training has devices',
            },
          ),
        );
      return problems;
    }),
};
