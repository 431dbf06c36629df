import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LabelStage } from '../../../schema/stages/labels.js';
import { siglipFiles } from '../../../schema/siglip-folder.js';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import { StageFailure, StageInterrupted } from '../../../runtime/execute/context.js';
import { readLabels } from '../../../runtime/label/artifact.js';
import { runLabelStage } from '../../../runtime/label/label-stage.js';
import { readSiglipSettings } from '../../../runtime/label/siglip/folder.js';
import { loadTransformers } from '../../../runtime/label/siglip/packages.js';
import { siglipTeacher } from '../../../runtime/label/siglip/teacher.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { madePicture } from '../../support/pictures.js';
import { tiny, words, writeSiglipFolder, type TinyWeights } from '../../support/siglip/folder.js';
import { runStage, temporaryFolder } from '../../support/stage.js';

const { dim, side, patch, context } = tiny;

/** What the text tower says, worked out: the mean of the words' rows, padding too. */
function meanOfWords(weights: TinyWeights, ids: readonly number[]): number[] {
  return Array.from({ length: dim }, (_, d) => {
    const values = Array.from({ length: context }, (_, i) => weights.words[(ids[i] ?? 0) * dim + d]!);
    return values.reduce((sum, value) => sum + value, 0) / context;
  });
}

/** What the image tower says of a picture of its own size, worked out. */
function meanOfPatches(weights: TinyWeights, { data }: { readonly data: Uint8Array }): number[] {
  const [mean, std] = [
    [0.5, 0.4, 0.6],
    [0.5, 0.25, 0.75],
  ];
  const across = side / patch;
  return Array.from({ length: dim }, (_, d) => {
    let sum = 0;
    for (let block = 0; block < across ** 2; block++) {
      let value = 0;
      for (let c = 0; c < 3; c++)
        for (let y = 0; y < patch; y++)
          for (let x = 0; x < patch; x++) {
            const [row, column] = [Math.floor(block / across) * patch + y, (block % across) * patch + x];
            const pixel = (data[(row * side + column) * 3 + c]! / 255 - mean[c]!) / std[c]!;
            value += pixel * weights.patches[((d * 3 + c) * patch + y) * patch + x]!;
          }
      sum += Math.tanh(value);
    }
    return sum / across ** 2;
  });
}

const close = (found: ArrayLike<number>, expected: readonly number[]) =>
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 5));

describe('a SigLIP folder', () => {
  it('says what texts mean: its tokenizer, padded to its context, longer ones cut before their end', async () => {
    const folder = temporaryFolder();
    const weights = writeSiglipFolder(folder);
    const teacher = await siglipTeacher(folder, 'fp32');
    const texts = ['A photo of APPLE', 'banana tree', 'a a a a a a cherry'];
    const found = await teacher.embedTexts(texts);
    await teacher.dispose();
    const [unknown, a, photo, of, apple, banana, end] = [1, 2, 3, 4, 5, 6, 8] as const;
    expect(words[end]).toBe('</s>');
    const ids = [
      [a, photo, of, apple, end],
      [banana, unknown, end],
      [a, a, a, a, a, end],
    ];
    close(
      found,
      ids.flatMap((each) => meanOfWords(weights, each)),
    );
    expect(found).toHaveLength(3 * dim);
  });

  it('says what pictures mean: resized by its filter and normalised by its numbers', async () => {
    const folder = temporaryFolder();
    const weights = writeSiglipFolder(folder);
    const teacher = await siglipTeacher(folder, 'fp32');
    const pictures = [madePicture(side, side, 1), madePicture(side, side, 2), madePicture(31, 17, 3)];
    const prepared = pictures.map((picture) => teacher.prepare(picture));
    expect(prepared.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([side, side]));
    const found = await teacher.embedPictures(prepared);
    const one = await teacher.embedPictures(prepared.slice(2));
    await teacher.dispose();
    close(
      found,
      prepared.flatMap((picture) => meanOfPatches(weights, picture)),
    );
    close(one, [...found.subarray(2 * dim)]);
  });

  it('reads its settings: context, size and filter', () => {
    const folder = temporaryFolder();
    writeSiglipFolder(folder);
    expect(readSiglipSettings(folder, 'fp32')).toEqual({
      context,
      resize: { width: side, height: side, filter: 'bicubic' },
    });
    const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
    write('config.json', { model_type: 'siglip' });
    write('tokenizer_config.json', { model_max_length: 16 });
    write('preprocessor_config.json', { size: 12, resample: 2 });
    expect(readSiglipSettings(folder, 'fp32')).toEqual({
      context: 16,
      resize: { width: 12, height: 12, filter: 'bilinear' },
    });
    write('tokenizer_config.json', { model_max_length: 1e30 });
    write('preprocessor_config.json', { do_resize: false });
    expect(readSiglipSettings(folder, 'fp32')).toEqual({ context: 64, resize: null });
  });
});

describe('labels of a SigLIP folder', () => {
  function setUp() {
    const folder = temporaryFolder();
    const [data, model] = [join(folder, 'data'), join(folder, 'siglip')];
    mkdirSync(data);
    writeDataset(data, madePairs(10, 16));
    const weights = writeSiglipFolder(model);
    const templates = ['a photo of {}', '{}'];
    const label = (name: string, batch = 4, stopRequested = () => false) =>
      runStage<LabelStage>(runLabelStage, join(folder, name), {
        config: { teacher: { kind: 'siglip', precision: 'fp32', templates }, files: {} },
        locals: { paths: { path: model }, batch },
        inputs: { data, test: data },
        stopRequested,
      });
    const read = (name: string) => {
      const dataset = openDataset(data);
      const labels = readLabels(join(folder, name), dataset);
      dataset.close();
      return labels;
    };
    return { folder, data, model, weights, label, read };
  }

  it('are its zero-shot classes, as worked out, the same after a stop and in other batches', async () => {
    const { data, model, weights, label, read } = setUp();
    await label('calm');
    let asked = 0;
    await expect(label('stopped', 4, () => ++asked === 2)).rejects.toThrow(StageInterrupted);
    await label('stopped');
    await label('single', 1);
    expect(read('stopped')).toEqual(read('calm'));
    expect(read('single')).toEqual(read('calm'));

    const classes = ['apple', 'banana', 'cherry'];
    const unit = (row: readonly number[]) => row.map((value) => value / Math.hypot(...row));
    const classifier = classes.map((name) => {
      const id = words.indexOf(name as 'apple');
      const prompts = [
        [2, 3, 4, id, 8],
        [id, 8],
      ].map((ids) => unit(meanOfWords(weights, ids)));
      return unit(prompts[0]!.map((value, d) => value + prompts[1]![d]!));
    });
    const teacher = await siglipTeacher(model, 'fp32');
    const dataset = openDataset(data);
    const expected = [];
    for (let pair = 0; pair < 10; pair++) {
      const features = unit(meanOfPatches(weights, teacher.prepare(await dataset.picture(pair))));
      const scores = classifier.map((row) => row.reduce((sum, value, d) => sum + value * features[d]!, 0));
      expected.push(scores.indexOf(Math.max(...scores)));
    }
    dataset.close();
    await teacher.dispose();
    expect([...read('calm').labels]).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(1);
  });

  it.each([
    [
      'a missing tower',
      (dir: string) => rmSync(join(dir, 'onnx/text_model.onnx')),
      'has no onnx/text_model.onnx',
    ],
    ['a file of settings that is not JSON', write('config.json', '{'), 'config.json is not JSON'],
    ['settings that are no map', write('tokenizer_config.json', '[]'), 'is not a JSON object'],
    ['another model', write('config.json', '{"model_type":"bert"}'), 'the model type is bert, not siglip'],
    [
      'a size that is none',
      write('preprocessor_config.json', '{"size":{"height":8}}'),
      '`size` names no height',
    ],
    [
      'a filter that is not known',
      write('preprocessor_config.json', '{"size":8,"resample":9}'),
      '`resample: 9`',
    ],
    [
      'a tower that is no ONNX',
      write('onnx/vision_model.onnx', 'nothing'),
      'vision_model.onnx cannot be used: ',
    ],
    ['a tokenizer without a model', write('tokenizer.json', '{}'), 'tokenizer.json cannot be used: '],
    ['towers mixed up', swapTowers, 'text_model.onnx cannot be used: '],
  ])('are refused from %s', async (_, damage, message) => {
    const { model, label } = setUp();
    damage(model);
    const failure = label('labels').catch((error: unknown) => error);
    expect(await failure).toBeInstanceOf(StageFailure);
    expect(String(await failure)).toContain(message);
  });

  it('read nothing but the files whose content is in the key', async () => {
    const { model, label, read } = setUp();
    await label('before');
    const kept = `${model}-kept`;
    for (const file of siglipFiles('fp32')) cpSync(join(model, file), join(kept, file));
    rmSync(model, { recursive: true });
    cpSync(kept, model, { recursive: true });
    await label('after');
    expect(read('after')).toEqual(read('before'));
  });
});

function write(name: string, text: string) {
  return (folder: string) => writeFileSync(join(folder, name), text);
}

function swapTowers(folder: string): void {
  const [vision, text] = ['vision', 'text'].map((tower) => join(folder, `onnx/${tower}_model.onnx`));
  writeFileSync(text!, readFileSync(vision!));
}

it('nothing is fetched, whatever a folder asks for', async () => {
  const { env, AutoTokenizer } = await loadTransformers();
  expect(env.allowRemoteModels).toBe(false);
  await expect(env.fetch('https://example.org/config.json')).rejects.toThrow('nothing is fetched');
  await expect(AutoTokenizer.from_pretrained('some/model', {})).rejects.toThrow();
});

it('the optional packages take the same sharp as the project', () => {
  const version = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version: string }> }).packages;
  expect(version('optional/onnx/package-lock.json')['../../node_modules/sharp']!.version).toBe(
    version('package-lock.json')['node_modules/sharp']!.version,
  );
});
