import { availableParallelism } from 'node:os';
import { siglipTowers, type SiglipPrecision } from '../../../schema/siglip-folder.js';
import { resample } from '../../data/picture/resample.js';
import { StageFailure } from '../../execute/context.js';
import type { ZeroShotTeacher } from '../zero-shot-teacher.js';
import { readSiglipSettings } from './folder.js';
import { loadTransformers, type Tower, type Transformers } from './packages.js';
import { tokenIds } from './tokens.js';

/** Prompts embedded at once. */
const textBatch = 64;

/**
 * A SigLIP model in ONNX, carried out by ONNX Runtime on the processor through `@huggingface/transformers`: the folder's
 * tokenizer, normalisation and towers. Pictures are resized before, by Pillow's filters: theirs take single pixels
 * where a picture shrinks.
 *
 * @param folder in the layout of Hugging Face's hub
 * @throws {StageFailure} when the packages are not installed, or the folder is not what it should be
 */
export async function siglipTeacher(folder: string, precision: SiglipPrecision): Promise<ZeroShotTeacher> {
  const settings = readSiglipSettings(folder, precision);
  const transformers = await loadTransformers();
  const { tokenizer, process, vision, text } = await loadAll(transformers, folder, precision);
  const { context, resize } = settings;
  const [visionFile, textFile] = siglipTowers(precision).map((file) => `${folder}/${file}`) as [
    string,
    string,
  ];
  return {
    prepare: (picture) =>
      resize === null ? picture : resample(picture, resize.width, resize.height, resize.filter),
    async embedTexts(prompts) {
      const rows: Float32Array[] = [];
      for (let start = 0; start < prompts.length; start += textBatch) {
        const part = prompts.slice(start, start + textBatch);
        const input_ids = tokenIds(transformers, tokenizer, part, context);
        rows.push(await features(text, { input_ids }, part.length, textFile));
      }
      return concatenate(rows);
    },
    async embedPictures(pictures) {
      const images = pictures.map(
        ({ data, width, height }) => new transformers.RawImage(data, width, height, 3),
      );
      const { pixel_values } = await process(images);
      return features(vision, { pixel_values: pixel_values! }, images.length, visionFile);
    },
    async dispose() {
      await vision.dispose();
      await text.dispose();
    },
  };
}

async function loadAll(transformers: Transformers, folder: string, precision: SiglipPrecision) {
  const local = { local_files_only: true };
  const towers = {
    ...local,
    dtype: precision,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads(), interOpNumThreads: 1, executionMode: 'sequential' },
  };
  const { AutoTokenizer, AutoImageProcessor, SiglipVisionModel, SiglipTextModel } = transformers;
  const [image, words] = siglipTowers(precision);
  const load = async <T>(file: string, loaded: Promise<T>) =>
    loaded.catch((error: unknown) => {
      throw unreadable(`${folder}/${file}`, error);
    });
  return {
    tokenizer: await load('tokenizer.json', AutoTokenizer.from_pretrained(folder, local)),
    process: await load('preprocessor_config.json', AutoImageProcessor.from_pretrained(folder, local)),
    vision: await load(image, SiglipVisionModel.from_pretrained(folder, towers)),
    text: await load(words, SiglipTextModel.from_pretrained(folder, towers)),
  };
}

/** ONNX Runtime takes what TensorFlow is allowed. */
function threads(): number {
  const allowed = Number(process.env.TF_NUM_INTRAOP_THREADS);
  return allowed > 0 ? allowed : availableParallelism();
}

/** What a tower says of its inputs, a row each. */
async function features(tower: Tower, inputs: Parameters<Tower>[0], rows: number, file: string) {
  let found;
  try {
    found = (await tower(inputs)).pooler_output;
  } catch (error) {
    throw unreadable(file, error);
  }
  if (found?.dims.length !== 2 || found.dims[0] !== rows)
    throw new StageFailure(`${file} gives no \`pooler_output\` of a row for each input`);
  return Float32Array.from(found.data, Number);
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function unreadable(file: string, error: unknown): StageFailure {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new StageFailure(`${file} cannot be used: ${line}`);
}
