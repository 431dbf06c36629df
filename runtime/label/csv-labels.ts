import type { TeacherConfig } from '../../schema/stages/labels.js';
import { csvRows } from '../data/csv/rows.js';
import type { PairDataset } from '../data/dataset.js';
import { didYouMean } from '../data/suggest.js';
import { StageFailure } from '../execute/context.js';
import type { PictureLabels } from './artifact.js';

type CsvTeacherConfig = Extract<TeacherConfig, { kind: 'csv' }>;

/** So many pictures without a label are named. */
const SHOWN = 5;

/**
 * Labels from a CSV file. Rows are matched by the picture that they name, whatever their order; rows of other pictures
 * are passed over. The classes are the labels of all rows, sorted.
 * @throws {StageFailure} when a picture has no label or two, or the file lacks a column
 */
export async function csvLabels(
  teacher: CsvTeacherConfig,
  path: string,
  data: PairDataset,
): Promise<PictureLabels> {
  const byImage = await readRows(teacher, path);
  const classes = [...new Set(byImage.values())].sort(byNumberOrText);
  const places = new Map(classes.map((name, place) => [name, place]));
  const missing: string[] = [];
  const labels = Int32Array.from({ length: data.size }, (_, pair) => {
    const { id } = data.info(pair);
    const label = byImage.get(id);
    if (label === undefined) missing.push(id);
    return label === undefined ? -1 : places.get(label)!;
  });
  if (missing.length > 0) {
    const shown = missing.slice(0, SHOWN).join(', ');
    const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
    throw new StageFailure(
      `${path} has no label for ${shown}${more}`,
      `column ${teacher.image_column} names pictures as the data set does`,
    );
  }
  return { classes, labels };
}

async function readRows(teacher: CsvTeacherConfig, path: string): Promise<Map<string, string>> {
  const byImage = new Map<string, string>();
  let columns: readonly [number, number] | null = null;
  for await (const { line, fields } of csvRows(path, teacher.delimiter)) {
    if (columns === null) {
      columns = [
        column(fields, teacher.image_column, 'image_column', path),
        column(fields, teacher.label_column, 'label_column', path),
      ];
      continue;
    }
    const [image, label] = columns.map((place) => fields[place]?.trim() ?? '') as [string, string];
    if (image === '' || label === '')
      throw new StageFailure(`${path}:${line}: a picture and its label are asked for`);
    const before = byImage.get(image);
    if (before !== undefined && before !== label)
      throw new StageFailure(`${path}:${line}: ${image} is "${label}" here and "${before}" before`);
    byImage.set(image, label);
  }
  if (columns === null) throw new StageFailure(`${path} is empty`, 'the first line names the columns');
  return byImage;
}

function column(header: readonly string[], name: string, key: string, path: string): number {
  const place = header.indexOf(name);
  if (place >= 0) return place;
  const similar = didYouMean(name, header);
  throw new StageFailure(
    `${path}:1: the header has no column "${name}"`,
    similar ? `did you mean ${key}: ${similar}?` : `name the column with ${key}`,
  );
}

/** Numbers by value, so that class 10 comes after class 9. */
function byNumberOrText(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isNaN(difference) || difference === 0) return a < b ? -1 : a > b ? 1 : 0;
  return difference;
}
