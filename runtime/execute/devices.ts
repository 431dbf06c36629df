import { StageFailure } from './context.js';
import { askNvidiaSmi } from './nvidia-smi.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A GPU, by the name that CUDA_VISIBLE_DEVICES takes and by the number that people count it with. */
export interface Gpu {
  readonly name: string;
  readonly number: string;
}

/** A GPU is asked for that is not there: the call, or the experiment, is wrong, and nothing was begun. */
export class NoSuchDevice extends StageFailure {}

/**
 * The GPUs that stages are spread over, as CUDA_VISIBLE_DEVICES names them: its own list when it is set (empty, or
 * from a -1 on: none), else those that nvidia-smi lists. None with EXPC_TENSORFLOW=cpu.
 */
export async function listGpus(
  environment: Environment = process.env,
  ask: typeof askNvidiaSmi = askNvidiaSmi,
): Promise<Gpu[]> {
  if (environment['EXPC_TENSORFLOW'] === 'cpu') return [];
  const visible = environment['CUDA_VISIBLE_DEVICES'];
  if (visible === undefined) {
    const listed = (await ask(['index', 'uuid'], environment)) ?? [];
    return listed
      .map(([number, name]) => ({ number: number!, name: name! }))
      .filter(({ name }) => name.startsWith('GPU-'));
  }
  const names = visible.split(',').map((name) => name.trim());
  const end = names.findIndex((name) => name === '-1' || name === ''); // CUDA sees nothing from an invalid name on.
  return (end < 0 ? names : names.slice(0, end)).map((name) => ({ name, number: name }));
}

/**
 * Names of the GPUs that are asked for among those that are there: by name, by number, or by the beginning of a name.
 * `cpu` stands for none. All when nothing is asked for.
 *
 * @throws {NoSuchDevice}
 */
export function chooseGpus(asked: readonly (string | number)[] | undefined, there: readonly Gpu[]): string[] {
  if (asked === undefined || asked.length === 0) return there.map(({ name }) => name);
  if (asked.includes('cpu')) return [];
  const chosen = asked.map((one) => gpuNamed(String(one), there));
  return [...new Set(chosen)];
}

function gpuNamed(asked: string, there: readonly Gpu[]): string {
  const found =
    there.find(({ name, number }) => name === asked || number === asked) ??
    there.find(({ name }) => asked.startsWith('GPU-') && name.startsWith(asked));
  if (found !== undefined) return found.name;
  throw new NoSuchDevice(
    there.length === 0
      ? `there is no GPU ${asked}: no GPU is seen here`
      : `there is no GPU ${asked}: there are ${there.map(({ number }) => number).join(', ')}`,
    '`expc doctor` tells what is seen; `--device cpu` uses none',
  );
}
