import type { Experiment } from '../../../schema/generated/resolved.js';
import type { FileLocals } from '../../../schema/stages/base.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import { measuresHead, type TrainingSection } from './measures.js';
import { part, type Digests, type Part, type StageDefinition } from './definition.js';
import { plannedTrigger, trainedTriggers, triggerFiles } from './trigger.js';

/** What is measured of a training: accuracy always, the attack success rate where a trigger and a target are known. */
export function evaluationOf(section: TrainingSection): Part<EvaluationConfig> {
  const head = measuresHead(section);
  return part([...evaluated, ...head.reads], (document, digests) => ({
    templates: document.evaluate.templates,
    top_k: document.evaluate.top_k,
    asr: attackMeasure(document, digests),
    ...furtherMeasures(document),
    ...(head.project(document, digests) ? { supervised: true } : {}),
  }));
}

const evaluated = [
  'evaluate.templates',
  'evaluate.top_k',
  'evaluate.asr',
  'evaluate.every_steps',
  'evaluate.selection',
  'evaluate.superclasses',
  'evaluate.similarity',
  'evaluate.embeddings',
  'evaluate.detection',
  'evaluate.validation',
  'evaluate.retrieval',
  'evaluate.readouts',
  'poison.trigger',
  'poison.target',
  'poison.others',
  'poison.seed',
  'seed',
];

function attackMeasure({ evaluate, poison, seed }: Experiment, digests: Digests): EvaluationConfig['asr'] {
  const trigger = evaluate.asr.trigger ?? poison?.trigger;
  const target = evaluate.asr.target ?? poison?.target;
  if (trigger === undefined || target === undefined) return null;
  const { copies, redraw, also = [] } = evaluate.asr;
  const others = (poison?.others ?? []).map((attack) => ({
    trigger: plannedTrigger(attack.trigger, digests),
    target: attack.target,
  }));
  return {
    trigger: plannedTrigger(trigger, digests),
    target,
    copies,
    redraw,
    seed: poison?.seed ?? seed,
    ...(also.length === 0 ? {} : { also: [...also].sort() }),
    ...(others.length === 0 ? {} : { others }),
  };
}

type Further = Omit<EvaluationConfig, 'templates' | 'top_k' | 'asr' | 'supervised'>;

/** What is asked for beside zero-shot classification; nothing of it is in the key where it is not. */
function furtherMeasures({ evaluate, seed }: Experiment): Further {
  const { every_steps, selection, superclasses, similarity, embeddings } = evaluate;
  const { detection, validation, retrieval, readouts } = evaluate;
  const drawing = [selection, embeddings, detection, readouts?.linear_probe];
  const draws = drawing.some((measure) => measure !== undefined);
  const found: { -readonly [Key in keyof Further]: Further[Key] | undefined } = {
    every_steps,
    selection,
    superclasses,
    similarity: similarity === true ? true : undefined,
    embeddings,
    detection,
    validation: withoutDataset(validation),
    retrieval: withoutDataset(retrieval),
    readouts: withoutDataset(readouts),
    seed: draws ? seed : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Which data set it is, the input tells. */
function withoutDataset<T extends { readonly dataset: string }>(
  measure: T | undefined,
): Omit<T, 'dataset'> | undefined {
  if (measure === undefined) return undefined;
  const kept = Object.entries(measure).filter(([key]) => key !== 'dataset');
  return Object.fromEntries(kept) as Omit<T, 'dataset'>;
}

const fileReads = ['poison.trigger', 'poison.others', 'evaluate.asr.trigger'];

/** Where the pictures of triggers are that measurements put on. */
export const measuredFiles: Part<FileLocals> = part(fileReads, (document, digests) =>
  triggerFiles([...trainedTriggers(document), document.evaluate.asr.trigger], digests),
);

/** The measurement of a pre-training, epoch by epoch. */
export const evaluateStage: StageDefinition<'evaluate'> = {
  kind: 'evaluate',
  semantics: 1,
  config: { model: part(['model'], (document) => document.model), evaluation: evaluationOf('pretrain') },
  locals: part(['evaluate.batch_size', ...fileReads], (document, digests) => ({
    evaluation_batch: document.evaluate.batch_size,
    ...measuredFiles.project(document, digests),
  })),
};
