import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StageFailure } from '../../execute/context.js';

/** An array as `@huggingface/transformers` has it. */
interface HubTensor {
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

type Inputs = Readonly<Record<string, HubTensor>>;

/** A tower of a model: what goes in and comes out has names. */
export interface Tower {
  (inputs: Inputs): Promise<Inputs>;
  dispose(): Promise<unknown>;
}

interface Loader<T> {
  from_pretrained(folder: string, options: Readonly<Record<string, unknown>>): Promise<T>;
}

export interface Tokenizer {
  (
    text: string,
    options: { readonly padding: false; readonly truncation: false; readonly return_tensor: false },
  ): { readonly input_ids: readonly number[] };
  readonly pad_token_id?: number;
}

/** The part of `@huggingface/transformers` that is used. It is not among the project's own packages, so nor are its types. */
export interface Transformers {
  readonly env: {
    allowRemoteModels: boolean;
    useFSCache: boolean;
    fetch: (address: unknown) => Promise<never>;
  };
  readonly AutoTokenizer: Loader<Tokenizer>;
  readonly AutoImageProcessor: Loader<(images: readonly unknown[]) => Promise<Inputs>>;
  readonly SiglipTextModel: Loader<Tower>;
  readonly SiglipVisionModel: Loader<Tower>;
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => HubTensor;
  readonly RawImage: new (data: Uint8Array, width: number, height: number, channels: 3) => unknown;
}

/** The project's folder: that of the nearest package.json, for sources lie less deep than what is built of them. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const installed = join(projectFolder(), 'optional', 'onnx', 'node_modules', '@huggingface', 'transformers');

/**
 * Loads `@huggingface/transformers`, made unable to reach any network.
 * @throws {StageFailure} when it is not installed
 */
export async function loadTransformers(): Promise<Transformers> {
  if (!existsSync(join(installed, 'package.json')))
    throw new StageFailure(
      'a SigLIP teacher needs @huggingface/transformers, which is not installed',
      'npm run bootstrap -- --with onnx',
    );
  const module = join(installed, 'dist', 'transformers.node.mjs');
  const transformers = (await import(pathToFileURL(module).href)) as Transformers;
  const { env } = transformers;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.fetch = (address) =>
    Promise.reject(new Error(`${String(address)} is asked for, but nothing is fetched`));
  return transformers;
}
