import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { LabelStage } from '../../../schema/stages/labels.js';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import { StageInterrupted } from '../../../runtime/execute/context.js';
import { readLabels } from '../../../runtime/label/artifact.js';
import { runLabelStage } from '../../../runtime/label/label-stage.js';
import { zeroShotClasses } from '../../../runtime/label/zero-shot.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { writeSafetensors } from '../../../runtime/store/safetensors.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { runStage, temporaryFolder } from '../../support/stage.js';

vi.hoisted(() => {
  process.env.EXPC_ENGINE = 'eager';
});

const csvTeacher = { kind: 'csv', image_column: 'image', label_column: 'label', delimiter: ',' } as const;

/** Ten pictures, and a way to label them. */
function setUp() {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  writeDataset(data, madePairs(10, 16));
  const label = (
    config: LabelStage['config']['teacher'],
    path: string,
    stop = () => false,
    name = 'labels',
  ) =>
    runStage<LabelStage>(runLabelStage, join(folder, name), {
      config: { teacher: config, files: {} },
      locals: { paths: { path }, batch: 4 },
      inputs: { data, test: data },
      stopRequested: stop,
    });
  const byCsv = (text: string, name?: string) => {
    const path = join(folder, 'teacher.csv');
    writeFileSync(path, text);
    return label(csvTeacher, path, undefined, name);
  };
  const read = (name = 'labels') => {
    const dataset = openDataset(data);
    const labels = readLabels(join(folder, name), dataset);
    dataset.close();
    return labels;
  };
  return { folder, label, byCsv, read };
}

describe('labels of a CSV file', () => {
  const rows = Array.from({ length: 10 }, (_, i) => `made/${i},class ${i % 3}`);
  const csv = (lines: readonly string[]) => ['image,label', ...lines].join('\n');

  it('belong to the pictures they are written beside, whatever the order of the rows', async () => {
    const { byCsv, read } = setUp();
    await byCsv(csv(rows), 'ordered');
    await byCsv(csv([rows[7]!, ...[...rows].reverse(), 'other/picture,class 1']), 'shuffled');
    const [ordered, shuffled] = [read('ordered'), read('shuffled')];
    expect(ordered).toEqual(shuffled);
    expect([...ordered.labels]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
    expect(ordered.classes).toEqual(['class 0', 'class 1', 'class 2']);
  });

  it('are ordered by value where they are numbers', async () => {
    const { byCsv, read } = setUp();
    await byCsv(csv(rows.map((_, i) => `made/${i},${[10, 9, 100][i % 3]}`)));
    expect(read().classes).toEqual(['9', '10', '100']);
  });

  it.each([
    ['a picture without one', csv(rows.slice(2)), 'has no label for made/0, made/1'],
    ['many pictures without one', csv(rows.slice(0, 2)), 'made/6 and 3 more'],
    [
      'two for one picture',
      csv([...rows, 'made/3,class 9']),
      ':12: made/3 is "class 9" here and "class 0" before',
    ],
    ['an empty one', csv(['made/0,', ...rows]), ':2: a picture and its label are asked for'],
    ['another column', 'picture,label\nmade/0,1', 'no column "image"'],
    ['nothing', '', 'is empty'],
  ])('are refused with %s', async (_, text, message) => {
    const { byCsv } = setUp();
    await expect(byCsv(text)).rejects.toThrow(message);
  });
});

describe('labels of a CLIP model', () => {
  const templates = ['a photo of a {}.', 'a {}'];
  const teacher = { kind: 'clip' as const, model: tinyResnet, templates };

  it('are its zero-shot classes, the same after a stop', async () => {
    const { folder, label, read } = setUp();
    const weights = join(folder, 'teacher.safetensors');
    writeSafetensors(weights, initialize(tinyResnet, 1));
    await label(teacher, weights, undefined, 'calm');
    let asked = 0;
    await expect(label(teacher, weights, () => ++asked === 2, 'stopped')).rejects.toThrow(StageInterrupted);
    const { log } = await label(teacher, weights, undefined, 'stopped');
    expect(read('stopped')).toEqual(read('calm'));
    expect(read('calm').classes).toEqual(['apple', 'banana', 'cherry']);
    expect(log.join('\n')).toContain('10 pictures labelled with');
    expect(readFileSync(join(folder, 'calm', 'labels.jsonl'), 'utf8').split('\n')[0]).toMatch(
      /^\{"pair":0,"image":"made\/0","label":"\w+"\}$/,
    );
  });

  it('need weights of its model', async () => {
    const { folder, label } = setUp();
    const weights = join(folder, 'other.safetensors');
    writeSafetensors(weights, initialize({ ...tinyResnet, embed_dim: 8 }, 1));
    await expect(label(teacher, weights)).rejects.toThrow('are of another model');
  });
});

describe('written labels', () => {
  it('are refused for another data set', async () => {
    const { folder, byCsv } = setUp();
    await byCsv(['image,label', ...madePairs(10).map(({ id }) => `${id},1`)].join('\n'));
    const other = join(folder, 'other');
    mkdirSync(other);
    writeDataset(other, madePairs(9, 16));
    const dataset = openDataset(other);
    expect(() => readLabels(join(folder, 'labels'), dataset)).toThrow('it labels 10 pictures, not 9');
    expect(() => readLabels(other, dataset)).toThrow('labels.json');
    dataset.close();
  });
});

it('the class of a picture is that of the largest cosine, the first of equal ones', () => {
  const axes = Float32Array.of(1, 0, 0, 1, 1, 0);
  expect([...zeroShotClasses(Float32Array.of(0, 1, 1, 0, 0.6, 0.8), axes, 2)]).toEqual([1, 0, 1]);
});
