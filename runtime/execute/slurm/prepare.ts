import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Slurm as Settings } from '../../../schema/generated/resolved.js';
import type { Stage, StageKind } from '../../../schema/plan.js';
import type { EvaluateStage } from '../../../schema/stages/evaluation.js';
import { thisProcess } from '../../store/owner.js';
import { devicesOf } from '../own-devices.js';
import type { StageTask } from '../task.js';
import { batchFolder, jobLog, type Batch } from './batch-folder.js';
import type { BatchPlan } from './batches.js';
import { directives, withoutPatterns } from './directives.js';
import { jobName, newBatchId } from './name.js';
import { resourcesOf } from './resources.js';
import { fillScript, readTemplate, shellWord } from './script.js';

/** What is the same for all jobs of a run. */
export interface JobOptions {
  readonly outputs: string;
  readonly settings: Settings;
  readonly taskOf: (stage: Stage, observers: readonly EvaluateStage[]) => StageTask;
  /** Elements of one array at the same time. */
  readonly atOnce: number | undefined;
  /** Threads of one stage; its CPUs otherwise. */
  readonly threads: number | undefined;
  /** Entry of a job's process; the program's own otherwise. */
  readonly entry?: string | undefined;
}

/** All that is written down before a batch is submitted. */
export interface Prepared {
  readonly batch: Batch;
  readonly tasks: readonly StageTask[];
  readonly script: string;
}

/** @param after jobs as Slurm names them: `12`, `12_3` */
export function prepareBatch(
  { elements }: BatchPlan,
  after: readonly string[],
  store: string,
  options: JobOptions,
): Prepared {
  const { kind, id: firstId } = elements[0]!.stage;
  const { requeue } = options.settings;
  // No process waits for a job: whoever submitted it may leave.
  const tasks = elements.map(({ stage, observers }) => ({
    ...options.taskOf(stage, observers),
    scheduler: null,
  }));
  const id = newBatchId(firstId);
  const batch: Batch = {
    version: 1,
    id,
    name: jobName(store, id),
    experiment: tasks[0]!.origin.experiment,
    kind,
    elements: elements.map(({ stage, observers }) =>
      [stage, ...observers].map(({ id, key }) => ({ id, key })),
    ),
    isArray: elements.length > 1,
    requeue,
    made: new Date().toISOString(),
    by: thisProcess(),
    uid: process.getuid?.() ?? 0,
  };
  return { batch, tasks, script: scriptOf(batch, after, devicesOf(elements[0]!.stage), options) };
}

function scriptOf(batch: Batch, after: readonly string[], devices: number, options: JobOptions): string {
  const { outputs, settings, atOnce, threads, entry = jobEntry() } = options;
  const { kind, name, isArray, elements } = batch;
  const folder = batchFolder(outputs, batch.id);
  const output = isArray ? jobLog(withoutPatterns(folder), '%a') : jobLog(withoutPatterns(folder), 0);
  const size = isArray ? elements.length : null;
  const { path, text } = readTemplate(settings);
  const blanks = {
    DIRECTIVES: directives(settings, { kind, devices, name, output, size, atOnce, after }).join('\n'),
    SETUP: (settings.setup ?? '').trimEnd(),
    THREADS: threads === undefined ? threadsOf(devices, settings, kind) : String(threads),
    NODE: shellWord(process.execPath),
    ENTRY: shellWord(entry),
    BATCH: shellWord(folder),
  };
  return fillScript(text, blanks, path);
}

/** A stage's threads in bash: the job's CPUs, or where its devices are processors a share of them. */
function threadsOf(devices: number, settings: Settings, kind: StageKind): string {
  const cpus = '${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}';
  const { gpus = 0 } = resourcesOf(settings, kind, devices);
  return devices === 1 || gpus > 0 ? `"${cpus}"` : `$((${cpus} < ${devices} ? 1 : ${cpus} / ${devices}))`;
}

/** From the sources, that of the build. */
function jobEntry(): string {
  const beside = fileURLToPath(new URL('./job.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/runtime/execute/slurm/job.js', import.meta.url));
}
