import type { Experiment } from '../../../schema/generated/resolved.js';
import type { EvaluationConfig } from '../../../schema/plan.js';
import { part, type Part, type StageDefinition } from './definition.js';

/** What is measured: accuracy always, the attack success rate where a trigger and a target are known. */
export const evaluation: Part<EvaluationConfig> = part(
  [
    'evaluate.templates',
    'evaluate.top_k',
    'evaluate.asr',
    'poison.trigger',
    'poison.target',
    'poison.seed',
    'seed',
  ],
  (document) => ({
    templates: document.evaluate.templates,
    top_k: document.evaluate.top_k,
    asr: attackMeasure(document),
  }),
);

function attackMeasure({ evaluate, poison, seed }: Experiment): EvaluationConfig['asr'] {
  const trigger = evaluate.asr.trigger ?? poison?.trigger;
  const target = evaluate.asr.target ?? poison?.target;
  if (trigger === undefined || target === undefined) return null;
  const { copies, redraw } = evaluate.asr;
  return { trigger, target, copies, redraw, seed: poison?.seed ?? seed };
}

/** The measurement of a pre-training, epoch by epoch. */
export const evaluateStage: StageDefinition<'evaluate'> = {
  kind: 'evaluate',
  semantics: 1,
  config: { model: part(['model'], (document) => document.model), evaluation },
  locals: part(['evaluate.batch_size'], (document) => ({ evaluation_batch: document.evaluate.batch_size })),
};
