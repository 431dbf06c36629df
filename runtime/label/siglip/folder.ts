import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { siglipFiles, type SiglipPrecision } from '../../../schema/siglip-folder.js';
import type { Filter } from '../../data/picture/resample.js';
import { StageFailure } from '../../execute/context.js';

/** What the settings of a SigLIP folder say about its inputs. */
export interface SiglipSettings {
  /** Tokens of a text; SigLIP pads shorter ones, and was trained so. */
  readonly context: number;
  /** Size in pixels and filter of the pictures; null where they are taken as they are. */
  readonly resize: { readonly width: number; readonly height: number; readonly filter: Filter } | null;
}

/** Pillow's numbers of filters. */
const filters: Readonly<Record<number, Filter>> = { 2: 'bilinear', 3: 'bicubic' };
/** SigLIP's context where its settings leave it out, as Hugging Face's own configuration has it. */
const usualContext = 64;

/**
 * Reads the settings of a folder in Hugging Face's layout.
 * @throws {StageFailure} when a file is missing or not JSON, or the model is no SigLIP
 */
export function readSiglipSettings(folder: string, precision: SiglipPrecision): SiglipSettings {
  const missing = siglipFiles(precision).filter((file) => !isFile(join(folder, file)));
  if (missing.length > 0)
    throw new StageFailure(
      `the SigLIP folder ${folder} has no ${missing.join(', ')}`,
      'it needs the layout of Hugging Face: settings, tokenizer, and both towers under onnx/',
    );
  const model = readMap(join(folder, 'config.json'));
  if (model.model_type !== 'siglip') {
    const found = typeof model.model_type === 'string' ? model.model_type : 'not said';
    throw new StageFailure(`${join(folder, 'config.json')}: the model type is ${found}, not siglip`);
  }
  const text = mapOf(model.text_config).max_position_embeddings;
  const tokenizer = readMap(join(folder, 'tokenizer_config.json')).model_max_length;
  return {
    context: whole(text) ?? whole(tokenizer) ?? usualContext,
    resize: resizeOf(join(folder, 'preprocessor_config.json')),
  };
}

function resizeOf(path: string): SiglipSettings['resize'] {
  const { do_resize: resizes = true, size, resample = 3 } = readMap(path);
  if (resizes === false) return null;
  const { height, width } = typeof size === 'number' ? { height: size, width: size } : mapOf(size);
  const [tall, wide, filter] = [whole(height), whole(width), filters[resample as number]];
  if (tall === undefined || wide === undefined)
    throw new StageFailure(`${path}: \`size\` names no height and width in pixels`);
  if (filter === undefined)
    throw new StageFailure(
      `${path}: the filter \`resample: ${JSON.stringify(resample)}\` is not known`,
      'known are 2 (bilinear) and 3 (bicubic)',
    );
  return { width: wide, height: tall, filter };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function readMap(path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StageFailure(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new StageFailure(`${path} is not a JSON object`);
  return value as Readonly<Record<string, unknown>>;
}

const mapOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;

/** A sensible count; tokenizers write 10^30 where there is no limit. */
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 65536 ? value : undefined;
