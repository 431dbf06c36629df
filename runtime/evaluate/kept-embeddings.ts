import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Trigger } from '../../schema/generated/resolved.js';
import { asFloat32, asInt32, float32Array, int32Array, type NamedArrays } from '../store/array.js';
import { readJson, writeFileAtomic, writeJsonAtomic } from '../store/atomic.js';
import { encodeSafetensors, readSafetensors } from '../store/safetensors.js';

/** Which embeddings are kept: the same at every epoch. */
export interface KeptSample {
  readonly version: 1;
  readonly pictures: readonly KeptPicture[];
  /** Of each triggered picture, its place in `pictures`: pictures of the target have none. */
  readonly triggered: readonly number[];
  readonly classes: readonly string[];
  readonly templates: readonly string[];
  readonly target: string | null;
  readonly trigger: Trigger | null;
}

export interface KeptPicture {
  /** In the test data. */
  readonly index: number;
  readonly id: string;
  readonly class: string;
  readonly caption: string;
}

/** Embeddings of one model: unit rows, [count, dim]. */
export interface KeptEmbeddings {
  readonly epoch: number;
  readonly dim: number;
  readonly clean: Float32Array;
  readonly triggered: Float32Array;
  readonly captions: Float32Array;
  /** Averaged prompts, in the order of the classes. */
  readonly classes: Float32Array;
}

const kinds = ['clean', 'triggered', 'captions', 'classes'] as const;

const sampleFile = (stage: string) => join(stage, 'embeddings', 'sample.json');
const epochFile = (stage: string, epoch: number | 'last') =>
  join(
    stage,
    'embeddings',
    `${epoch === 'last' ? epoch : `epoch-${String(epoch).padStart(4, '0')}`}.safetensors`,
  );

export function writeSample(stage: string, sample: KeptSample): void {
  mkdirSync(join(stage, 'embeddings'), { recursive: true });
  writeJsonAtomic(sampleFile(stage), sample);
}

/** Null where a stage keeps no embeddings. */
export function readSample(stage: string): KeptSample | null {
  if (!existsSync(sampleFile(stage))) return null;
  return readJson(sampleFile(stage)) as KeptSample;
}

/** Keeps embeddings as those of their epoch, or as the last, unless a later epoch's are there. */
export function writeEmbeddings(stage: string, kept: KeptEmbeddings, as: 'epoch' | 'last'): void {
  const path = epochFile(stage, as === 'last' ? as : kept.epoch);
  if (as === 'last' && (readEmbeddings(stage, 'last')?.epoch ?? -1) > kept.epoch) return;
  const arrays: NamedArrays = new Map(
    kinds.map((kind) => [kind, float32Array(kept[kind], [kept[kind].length / kept.dim, kept.dim])]),
  );
  arrays.set('epoch', int32Array(Int32Array.of(kept.epoch), [1]));
  writeFileAtomic(path, encodeSafetensors(arrays));
}

/**
 * Embeddings of an epoch; null where they are not kept.
 * @throws {StageFailure} when the file is damaged
 */
export function readEmbeddings(stage: string, epoch: number | 'last'): KeptEmbeddings | null {
  const path = epochFile(stage, epoch);
  if (!existsSync(path)) return null;
  const arrays = readSafetensors(path);
  const of = (name: string) => arrays.get(name)!;
  const [clean, triggered, captions, classes] = kinds.map((kind) => asFloat32(of(kind))) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return { epoch: asInt32(of('epoch'))[0]!, dim: of('clean').shape[1]!, clean, triggered, captions, classes };
}
