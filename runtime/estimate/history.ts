import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../../schema/plan.js';
import type { CleanStage, PretrainStage } from '../../schema/stages/training.js';
import { caseKey, stepCase } from '../bench/case.js';
import { readManifest } from '../data/artifact/open.js';
import { readJson } from '../store/atomic.js';
import { readJsonLines } from '../store/json-lines.js';
import { configFile, readMarker, type DoneMarker } from '../store/stage-folder.js';

/** A stage that was finished, and how long it took. */
export interface PastStage {
  readonly kind: Stage['kind'];
  /** Equal for stages that do the same kind of work, whatever its amount: see `workOf`. */
  readonly work: string;
  /** Steps of a training, pairs of data; null where the folder does not tell. */
  readonly amount: number | null;
  readonly seconds: number;
  readonly cpu: string;
  /** `cpu` or `gpu`. */
  readonly device: string;
  readonly threads: number | null;
  /** Devices that a training was spread over. */
  readonly devices: number;
}

type Configured = Pick<Stage, 'kind' | 'config'>;

/** What stages have in common that take equally long for equal amounts: a training its case, data their source. */
export function workOf(stage: Configured): string {
  if (isTraining(stage)) return `${stage.kind} ${caseKey(stepCase(stage.config))}`;
  if (stage.kind !== 'dataset') return stage.kind;
  const { source } = stage.config as { source: { kind: string; resolution?: number } };
  return `dataset ${source.kind} ${source.resolution ?? ''}`;
}

export function isTraining(stage: Configured): stage is PretrainStage | CleanStage {
  return stage.kind === 'pretrain' || stage.kind === 'clean';
}

/** Every finished stage of a store. What cannot be read is passed over. */
export function pastStages(outputs: string): PastStage[] {
  const folder = join(outputs, 'stages');
  return foldersIn(folder).flatMap((id) => {
    try {
      return pastStage(join(folder, id));
    } catch {
      return [];
    }
  });
}

function pastStage(dir: string): PastStage[] {
  const marker = readMarker(dir);
  const stage = readJson(join(dir, configFile)) as Configured | undefined;
  if (marker === null || stage === undefined) return [];
  return [
    {
      kind: stage.kind,
      work: workOf(stage),
      amount: amountOf(dir, stage),
      seconds: marker.seconds,
      ...machineOf(marker),
    },
  ];
}

function machineOf({ provenance }: DoneMarker): Pick<PastStage, 'cpu' | 'device' | 'threads' | 'devices'> {
  const { cpu, device, threads, devices = 1 } = provenance;
  return { cpu, device: device === 'cpu' ? 'cpu' : 'gpu', threads, devices };
}

function amountOf(dir: string, stage: Configured): number | null {
  if (isTraining(stage)) return stepsIn(dir, stage);
  return stage.kind === 'dataset' || stage.kind === 'poison' || stage.kind === 'subset'
    ? readManifest(dir).size
    : null;
}

/** Steps of a finished training: those that its log counts, without those of a shorter one that it went on from. */
function stepsIn(dir: string, { config }: PretrainStage | CleanStage): number | null {
  const rows = readJsonLines(join(dir, 'train.jsonl')) as { step: number; epoch: number }[];
  const last = rows.at(-1)?.step;
  if (last === undefined) return null;
  const before = 'continues' in config && config.continues === true ? Number(config.from) : 0;
  return Math.round((last * (config.epochs - before)) / config.epochs);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
