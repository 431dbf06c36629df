import type { Dataset, Trigger } from '../../../schema/generated/resolved.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { Path } from '../../document/path.js';
import { problem } from '../../diagnostics/problem.js';
import { storedResolution } from './joins.js';
import type { Locate, Rule } from './rule.js';

/** A patch is not larger than the pictures that it is put on. */
export const triggerFitsPicture: Rule = {
  name: 'triggerFitsPicture',
  reads: [
    'poison.trigger',
    'poison.others',
    'evaluate.asr.trigger',
    'datasets',
    'pretrain.dataset',
    'evaluate.dataset',
  ],
  check: ({ poison, evaluate, pretrain, datasets }, locate) => {
    const trained: Path = ['poison', 'trigger'];
    const measured: Path = evaluate.asr.trigger === undefined ? trained : ['evaluate', 'asr', 'trigger'];
    const others = poison?.others ?? [];
    return [
      ...others.flatMap(({ trigger }, index) => {
        const path: Path = ['poison', 'others', index, 'trigger'];
        const names = [pretrain?.dataset, evaluate.dataset].filter((name) => name !== undefined);
        return names.flatMap((name) => fits(trigger, path, datasets, name, locate));
      }),
      ...(pretrain === undefined ? [] : fits(poison?.trigger, trained, datasets, pretrain.dataset, locate)),
      ...fits(evaluate.asr.trigger ?? poison?.trigger, measured, datasets, evaluate.dataset, locate),
    ].slice(0, 1);
  },
};

function fits(
  trigger: Trigger | undefined,
  path: Path,
  datasets: Readonly<Record<string, Dataset>>,
  name: string,
  locate: Locate,
): Diagnostic[] {
  const side = storedResolution(datasets, name);
  if (trigger === undefined || side === undefined || !('size' in trigger)) return [];
  if (trigger.size === undefined || trigger.size <= side) return [];
  return [
    problem(
      'EXPC403',
      `a patch of ${trigger.size} px is larger than the pictures of \`${name}\` (${side} px)`,
      {
        origin: locate([...path, 'size']),
        related: [
          { message: 'their side is given here', place: locate(['datasets', name, 'resolution']).place },
        ],
      },
    ),
  ];
}
