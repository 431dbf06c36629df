import type { Stage } from '../../schema/plan.js';
import { StageFailure } from './context.js';
import { listGpus, NoSuchDevice } from './devices.js';

/** Devices that a stage is spread over: more than one only of trainings. */
export function devicesOf({ locals }: Pick<Stage, 'locals'>): number {
  return (locals as { readonly devices?: number }).devices ?? 1;
}

/**
 * @param gpus those that stages of a run may get; none where all compute on processors
 * @throws {NoSuchDevice} when a stage is spread over more
 */
export function checkDevices(stages: readonly Pick<Stage, 'id' | 'locals'>[], gpus: readonly string[]): void {
  if (gpus.length === 0) return;
  const wide = stages.find((stage) => devicesOf(stage) > gpus.length);
  if (wide === undefined) return;
  throw new NoSuchDevice(
    `${wide.id} is spread over ${devicesOf(wide)} devices, and there ${gpus.length === 1 ? 'is one GPU' : `are ${gpus.length} GPUs`}`,
    'lower execution.data_parallel: it changes no result',
  );
}

/** What an environment says of a training's other devices: the GPU of each, `cpu` for none. */
export const peerDevices = 'EXPC_PEER_DEVICES';

/**
 * Leaves a stage's first GPU to this process and notes the others for the training's other processes. TensorFlow takes
 * a part of every GPU that it sees: this comes before it is loaded.
 *
 * @throws {StageFailure} when the process was given fewer GPUs than the stage is spread over
 */
export async function keepFirstDevice(
  stage: Pick<Stage, 'locals'>,
  environment: Record<string, string | undefined> = process.env,
): Promise<void> {
  const devices = devicesOf(stage);
  if (devices === 1) return;
  const gpus = (await listGpus(environment)).map(({ name }) => name);
  if (gpus.length > 0 && gpus.length < devices)
    throw new StageFailure(
      `the training is spread over ${devices} devices, and its process sees ${gpus.length === 1 ? 'one GPU' : `${gpus.length} GPUs`}`,
      'lower execution.data_parallel, or give it more GPUs: devices here, execution.slurm.gpus in jobs',
      'EXPC605',
    );
  const others = Array.from({ length: devices - 1 }, (_, i) => gpus[i + 1] ?? 'cpu');
  environment[peerDevices] = others.join(',');
  if (gpus.length > 0) environment['CUDA_VISIBLE_DEVICES'] = gpus[0]!;
}

/** The GPUs of a training's other devices, as CUDA_VISIBLE_DEVICES names them; empty names for none. */
export function peerGpus(environment: NodeJS.ProcessEnv = process.env): string[] {
  const others = environment[peerDevices];
  if (others === undefined || others === '') return [];
  return others.split(',').map((name) => (name === 'cpu' ? '' : name));
}
