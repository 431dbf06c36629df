import { bestCheckpoint, parseCheckpointRule } from '../../../schema/checkpoint-rule.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { Origin } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';
import { orList, suggest } from '../../diagnostics/suggest.js';
import type { Rule } from './rule.js';

/** Rules that choose the epoch to clean, or to keep, are understood, and look at what is measured. */
export const checkpointRules: Rule = {
  name: 'checkpointRules',
  reads: ['clean.from', 'execution.keep', 'evaluate', 'poison'],
  check: ({ clean, evaluate, execution, poison }, locate) => {
    const attacked = (evaluate.asr.trigger ?? poison?.trigger) !== undefined;
    const measures: Measures = { ...evaluate, asr: attacked ? evaluate.asr : null };
    const written = [
      [clean?.from, ['clean', 'from']],
      [execution.keep.best, ['execution', 'keep', 'best']],
    ] as const;
    return written
      .map(([rule, path]) => (typeof rule === 'string' ? ruleProblem(rule, measures, locate(path)) : null))
      .filter((found) => found !== null);
  },
};

/** What is measured of an epoch, as far as its metrics' names go. */
type Measures = Pick<EvaluationConfig, 'top_k'> & {
  readonly asr: object | null;
} & Readonly<Partial<Record<(typeof sections)[number] | 'selection', unknown>>>;

/** Sections of `evaluate` whose metrics start with their name: `validation.loss`. */
const sections = ['validation', 'retrieval', 'readouts', 'detection', 'superclasses', 'similarity'] as const;

/** What is wrong with a choice of a checkpoint: how it is written, or a metric that is not measured. */
export function ruleProblem(written: string | number, measures: Measures, origin: Origin): Diagnostic | null {
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
  const unknown = used.find((name) => !known.includes(name) && !isOfSection(name, measures));
  if (unknown === undefined) return null;
  const k = /^(?:accuracy|asr)\.top(\d+)$/.exec(unknown)?.[1];
  const near = k === undefined ? suggest(unknown, known) : undefined;
  const needs = /^asr/.test(unknown) && measures.asr === null ? ': there is no attack' : '';
  return problem('EXPC418', `\`${unknown}\` is not measured${needs}`, {
    origin,
    ...(near === undefined || needs !== ''
      ? { hint: `measured are ${orList(known, true, 'and')}; \`evaluate\` says what is` }
      : { label: `did you mean \`${near}\`?` }),
  });
}

/** Full names of the metrics of an evaluation, as far as they are the same for every data set. */
function metricNames({ top_k, asr, selection, validation }: Measures): string[] {
  const shares = top_k.flatMap((k) => [`accuracy.top${k}`, ...(asr === null ? [] : [`asr.top${k}`])]);
  const chosen = selection === undefined ? [] : shares.map((name) => `selection.${name}`);
  return [...shares, ...chosen, ...(validation === undefined ? [] : ['validation.loss'])];
}

/** The metrics of further measures, and of attacks beside the first, are named by what they find. */
function isOfSection(name: string, measures: Measures): boolean {
  if (/^asr\.(?!top\d+$)/.test(name)) return measures.asr !== null;
  return sections.some((section) => measures[section] !== undefined && name.startsWith(`${section}.`));
}
