import { bestCheckpoint, parseCheckpointRule } from '../../../schema/checkpoint-rule.js';
import { metricNames, type Measured } from '../../../schema/metric-names.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { Origin } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';
import { orList, suggest } from '../../diagnostics/suggest.js';
import type { Rule } from './rule.js';

/** Rules that choose the epoch to clean, or to keep, are understood, and look at what is measured. */
export const checkpointRules: Rule = {
  name: 'checkpointRules',
  reads: [
    'clean.from',
    'execution.keep',
    'evaluate',
    'poison',
    'pretrain.objective.supervised',
    'clean.objective.supervised',
  ],
  check: ({ pretrain, clean, evaluate, execution, poison }, locate) => {
    const attacked = (evaluate.asr.trigger ?? poison?.trigger) !== undefined;
    const measured = (...trainings: readonly (typeof clean | typeof pretrain)[]): Measured => {
      const { supervised, ...measures } = evaluate;
      const asr = { also: evaluate.asr.also ?? [], others: poison?.others ?? [] };
      const head = supervised === true && trainings.some((one) => (one?.objective.supervised ?? 0) > 0);
      return { ...measures, asr: attacked ? asr : null, ...(head ? { supervised } : {}) };
    };
    const written = [
      [clean?.from, ['clean', 'from'], measured(pretrain)],
      [execution.keep.best, ['execution', 'keep', 'best'], measured(pretrain, clean)],
    ] as const;
    return written
      .map(([rule, path, measures]) =>
        typeof rule === 'string' ? ruleProblem(rule, measures, locate(path)) : null,
      )
      .filter((found) => found !== null);
  },
};

/** What is wrong with a choice of a checkpoint: how it is written, or a metric that is not measured. */
export function ruleProblem(written: string | number, measures: Measured, origin: Origin): Diagnostic | null {
  if (typeof written === 'number' || written === 'last') return null;
  const parsed = parseCheckpointRule(written === 'best' ? bestCheckpoint : written);
  if (!parsed.ok)
    return problem('EXPC418', `\`${parsed.written}\` is not understood: ${parsed.why}`, {
      origin,
      hint: 'a whole rule: `asr >= 80 and top1 >= 55, highest top1`',
    });
  const known = metricNames(measures);
  const { conditions, metric } = parsed.rule;
  const used = [...conditions.map((condition) => condition.metric), ...(metric === null ? [] : [metric])];
  const unknown = used.find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const k = /^(?:accuracy|asr)\.top(\d+)$/.exec(unknown)?.[1];
  const near = k === undefined ? suggest(unknown, known) : undefined;
  const needs = /(^|\.)asr/.test(unknown) && measures.asr === null ? ': there is no attack' : '';
  return problem('EXPC418', `\`${unknown}\` is not measured${needs}`, {
    origin,
    ...(near === undefined || needs !== ''
      ? { hint: `measured are ${orList(known, true, 'and')}; \`evaluate\` says what is` }
      : { label: `did you mean \`${near}\`?` }),
  });
}
