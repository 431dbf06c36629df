import { readFileSync } from 'node:fs';
import { StageFailure } from '../../execute/context.js';
import { csvRows } from '../csv/rows.js';

/** A picture and its label as they are written. */
export interface LabelRow {
  readonly image: string;
  /** A class name, the name of its folder, or a number. */
  readonly label: string;
}

/** File names of pictures. */
export const pictureName = /\.(jpe?g|png|webp|gif|tiff?|bmp)$/i;

/**
 * Reads a list of labels: a CSV file with the columns image and label (the study's); Kaggle's LOC_val_solution.csv of
 * ImageNet; lines `ILSVRC2012_val_00000001.JPEG 65`; or a label on each line, for the pictures in the order of their
 * names (ILSVRC2012_validation_ground_truth.txt).
 *
 * @param pictures names of the pictures, sorted; asked for where the list does not name them
 * @throws {StageFailure} with the line that is none of these
 */
export async function readLabels(file: string, pictures: () => readonly string[]): Promise<LabelRow[]> {
  const first = firstLine(file);
  const rows = first.includes(',') ? await fromCsv(file) : fromLines(file, pictures);
  if (rows.length > 0) return rows;
  throw new StageFailure(`${file} lists no pictures`);
}

async function fromCsv(file: string): Promise<LabelRow[]> {
  const rows: LabelRow[] = [];
  let read: ((fields: readonly string[]) => LabelRow) | null = null;
  for await (const { fields, line } of csvRows(file, ',')) {
    if (read === null) {
      read = columnsOf(fields, file);
      continue;
    }
    const row = read(fields);
    if (row.image === '' || row.label === '')
      throw new StageFailure(`${file}:${line}: the image or the label is missing`);
    rows.push(row);
  }
  return rows;
}

function columnsOf(header: readonly string[], file: string): (fields: readonly string[]) => LabelRow {
  const place = (name: string) => header.indexOf(name);
  const at = (fields: readonly string[], name: string) => fields[place(name)]?.trim() ?? '';
  if (place('image') >= 0 && place('label') >= 0)
    return (fields) => ({ image: at(fields, 'image'), label: at(fields, 'label') });
  if (place('ImageId') >= 0 && place('PredictionString') >= 0)
    // The class comes first, its boxes after it.
    return (fields) => ({
      image: at(fields, 'ImageId') === '' ? '' : `${at(fields, 'ImageId')}.JPEG`,
      label: at(fields, 'PredictionString').split(/\s+/)[0]!,
    });
  throw new StageFailure(
    `${file}:1: the header has no columns image and label`,
    `it has ${header.slice(0, 10).join(', ')}`,
  );
}

function fromLines(file: string, pictures: () => readonly string[]): LabelRow[] {
  const lines = read(file)
    .split(/\r?\n/)
    .map((text, i) => ({ text: text.trim(), line: i + 1 }))
    .filter(({ text }) => text !== '');
  if (lines.length > 0 && lines.every(({ text }) => /^\S+$/.test(text) && !pictureName.test(text)))
    return inOrder(
      file,
      lines.map(({ text }) => text),
      pictures(),
    );
  return lines.map(({ text, line }) => {
    const found = /^(.*\S)\s+(\S+)$/.exec(text);
    if (found !== null && pictureName.test(found[1]!)) return { image: found[1]!, label: found[2]! };
    throw new StageFailure(
      `${file}:${line}: ${JSON.stringify(text.slice(0, 60))} is no picture and its label`,
      'a line is `ILSVRC2012_val_00000001.JPEG 65`, or a label alone; or the file is CSV with the columns image,label',
    );
  });
}

function inOrder(file: string, labels: readonly string[], pictures: readonly string[]): LabelRow[] {
  if (labels.length !== pictures.length)
    throw new StageFailure(
      `${file} has ${labels.length} labels, and there are ${pictures.length} pictures`,
      'a list that names no pictures has a label for each, in the order of their names',
    );
  return labels.map((label, i) => ({ image: pictures[i]!, label }));
}

function firstLine(file: string): string {
  return read(file).split('\n', 1)[0]!;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StageFailure(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
