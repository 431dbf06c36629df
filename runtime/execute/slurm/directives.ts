import type { Slurm } from '../../../schema/generated/resolved.js';
import type { StageKind } from '../../../schema/plan.js';
import { resourcesOf, warningSeconds } from './resources.js';

/** What sbatch is asked for beside the resources. */
export interface Request {
  readonly kind: StageKind;
  /** Devices that each stage is spread over; 1 where it is absent. */
  readonly devices?: number;
  /** The job's name. */
  readonly name: string;
  /** Where its log goes; of an array, with `%a` for the place. */
  readonly output: string;
  /** Number of elements; null for a job that is no array. */
  readonly size: number | null;
  /** Elements of the array at the same time. */
  readonly atOnce: number | undefined;
  /** Jobs that must end well before. */
  readonly after: readonly string[];
}

/** The `#SBATCH` lines of a job. What the person wrote word for word comes last, so that it wins. */
export function directives(settings: Slurm, request: Request): string[] {
  const { kind, devices, name, output, size, atOnce, after } = request;
  const {
    partition,
    account,
    qos,
    gpus,
    cpus,
    memory,
    time,
    options = [],
  } = resourcesOf(settings, kind, devices);
  const given = (option: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${option}=${value}`];
  return [
    `--job-name=${name}`,
    `--output=${quoted(output)}`,
    // Without it a second start empties the log of the first.
    '--open-mode=append',
    '--nodes=1',
    '--ntasks=1',
    ...given('partition', partition),
    ...given('account', account),
    ...given('qos', qos),
    ...(gpus === undefined || gpus === 0 ? [] : [`--gres=gpu:${gpus}`]),
    ...given('cpus-per-task', cpus),
    ...given('mem', memory),
    ...given('time', time),
    settings.requeue ? '--requeue' : '--no-requeue',
    // To the batch process itself, which is the stage's.
    `--signal=B:USR2@${warningSeconds(settings, time)}`,
    ...(size === null ? [] : [`--array=0-${size - 1}${atOnce === undefined ? '' : `%${atOnce}`}`]),
    ...(after.length === 0 ? [] : [`--dependency=afterok:${after.join(':')}`]),
    ...(after.length > 0 && settings.cancel_dependents ? ['--kill-on-invalid-dep=yes'] : []),
    ...options,
  ].map((option) => `#SBATCH ${option}`);
}

/** sbatch splits its lines as a shell does. */
function quoted(text: string): string {
  return /^[\w./:%=@+-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A path in which Slurm shall see no pattern. */
export function withoutPatterns(path: string): string {
  return path.replaceAll('%', '%%');
}
