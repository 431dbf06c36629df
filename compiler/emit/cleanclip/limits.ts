import type { Stage } from '../../../schema/plan.js';
import type { DatasetStage } from '../../../schema/stages/data.js';
import type { PoisonStage } from '../../../schema/stages/poison.js';
import type { CleanStage, PretrainStage, TrainingConfig } from '../../../schema/stages/training.js';
import type { WeightsStage } from '../../../schema/stages/weights.js';
import { modelName } from './flags.js';
import { lossLimits } from './losses.js';

/** Writes the data of a finished stage as the program reads it: `$DATA/<id>.csv` and pictures beside it. */
export function exportCommand(id: string): string {
  return `expc data export ${id} --format csv --out "$DATA"`;
}

/** Can the program read a data set as it is: a CSV file, all of it, as text? */
export function readsItself({ config: { source }, locals: { paths } }: DatasetStage): boolean {
  const isWhole = source.filter === undefined && source.keep === undefined;
  return source.kind === 'csv' && isWhole && /\.(csv|txt)$/i.test(paths.path ?? '');
}

/** What the program cannot be told about a data set. */
export function datasetLimits(stage: DatasetStage): string[] {
  const {
    config: { source },
    id,
  } = stage;
  if (source.kind === 'csv' && !readsItself(stage))
    return [`it reads all of a CSV file: write the pairs of this data set there with ${exportCommand(id)}`];
  if (source.kind !== 'csv')
    return [
      `it reads CSV files only: write the pairs of this ${source.kind} data set there with ${exportCommand(id)}`,
    ];
  return [
    ...(source.resolution === 224
      ? []
      : [`pictures of ${source.resolution} px: it makes all of them 224 px`]),
    ...(source.unreadable === 'drop' ? ['dropping unreadable rows: filter the file before'] : []),
  ];
}

export function poisonLimits({ config }: PoisonStage): string[] {
  const { trigger } = config;
  return [
    'its draws have no seed; this plan has one, so which pairs are poisoned differs',
    ...(trigger.kind === 'noise-patch' && trigger.overflow === 'clamp'
      ? ['noise beyond the range of a byte is clamped here, and wraps there']
      : []),
    ...(trigger.kind === 'solid-patch' && trigger.color.join() !== '1,1,0' ? ['its patch is yellow'] : []),
    ...((trigger.kind === 'blended' || trigger.kind === 'sig') && trigger.opacity !== 0.2
      ? [`an opacity of ${trigger.opacity}: it mixes with 0.2`]
      : []),
    ...(trigger.kind === 'image' ? ['a picture from a file: it has no such trigger'] : []),
    ...('location' in trigger && !['random', 'four-corners'].includes(trigger.location)
      ? [`a patch at ${trigger.location}: it has random places and four corners`]
      : []),
    ...(config.others === undefined ? [] : ['several attacks at once: it makes the first alone']),
  ];
}

export function weightsLimits({ id }: WeightsStage): string[] {
  return [
    `it reads checkpoints of its own ({epoch, state_dict, optimizer}): save the weights as logs/${id}/checkpoints/epoch_0.pt`,
  ];
}

export function pretrainLimits({ config, inputs }: PretrainStage): string[] {
  return [
    ...trainingLimits(config),
    ...(inputs.start === undefined
      ? []
      : [
          "the start: it goes on from the checkpoint's epoch and moments instead of from epoch 0 and fresh ones",
        ]),
    ...ruleLimits(config.from),
  ];
}

function ruleLimits(from: number | string | undefined): string[] {
  return typeof from === 'string' ? [`the epoch of \`${from}\`: look it up, and put it for EPOCH`] : [];
}

/** @param start the pre-training whose checkpoint is cleaned */
export function cleaningLimits({ config }: CleanStage, start: Stage | undefined): string[] {
  const decay = start?.kind === 'pretrain' ? start.config.optimizer.weight_decay : null;
  const asr = config.evaluation.asr;
  return [
    ...trainingLimits(config),
    ...ruleLimits(config.from),
    ...(config.optimizer_state === 'fresh'
      ? ['fresh optimizer moments: it keeps those of the checkpoint']
      : []),
    ...(config.optimizer_state === 'kept' && decay !== config.optimizer.weight_decay
      ? ['the weight decay: with the moments it takes that of the checkpoint, whatever the flag says']
      : []),
    ...(asr === null ? ['accuracy alone: without an attack to measure it fails when it evaluates'] : []),
    ...(asr !== null && !asr.redraw
      ? ['it draws the triggers of the test pictures anew at every evaluation']
      : []),
    ...(asr !== null && asr.copies > 1
      ? [`${asr.copies} triggered copies of a test picture: it makes one`]
      : []),
  ];
}

function trainingLimits(config: TrainingConfig): string[] {
  const { model, schedule, augment } = config;
  return [
    ...lossLimits(config),
    ...(modelName(model) === null ? ["the model: it knows OpenAI's sizes only, RN50 stands in"] : []),
    'the seed: it sets none',
    ...(schedule.step_origin === 'textbook'
      ? [
          'the schedule: it counts steps from one epoch on, so the warm-up is cut and the last epoch runs past the end',
        ]
      : []),
    ...(augment !== null && (augment.image === 'none' || augment.text === 'none')
      ? ['it augments pictures by AutoAugment and captions by EDA in any case']
      : []),
    ...(augment?.text_draw === 'each-epoch'
      ? ['it draws the augmented copy of a caption once, not each epoch']
      : []),
    ...(model.text.truncation === 'keep-end' ? ['it cuts long captions, end token and all'] : []),
  ];
}
