import type { CsvDataset } from '../../../schema/generated/resolved.js';
import { StageFailure } from '../../execute/context.js';
import { didYouMean } from '../suggest.js';
import type { CsvRow } from './rows.js';

/** Places of the columns of interest. */
export interface Columns {
  readonly image: number;
  readonly caption: number;
  /** Null when the data set has no labels. */
  readonly label: number | null;
  /** Fields of a whole row. */
  readonly count: number;
}

type Named = Pick<CsvDataset, 'image_column' | 'caption_column' | 'label_column' | 'delimiter'>;

/**
 * Finds columns by name in the header, or by place. The first row is a header when its number is 0.
 * @throws StageFailure when the row lacks a column or has it twice; one failure names all that are missing.
 */
export function findColumns(
  { row, fields: header }: Pick<CsvRow, 'row' | 'fields'>,
  config: Named,
  path: string,
): Columns {
  const keys = ['image_column', 'caption_column', 'label_column'] as const;
  const problems: string[] = [];
  const hints: string[] = [];
  const place = (key: (typeof keys)[number]): number | null => {
    const name = config[key];
    if (name === undefined) return null;
    if (typeof name === 'number') {
      if (name < header.length) return name;
      problems.push(`no column ${name} (they are counted from 0)`);
      hints.push(`lower ${key}`);
      return null;
    }
    const first = row === 0 ? header.indexOf(name) : -1;
    if (first === -1) {
      problems.push(`no column "${name}"`);
      hints.push(hintFor(key, name, header));
    } else if (header.indexOf(name, first + 1) !== -1) {
      problems.push(`column "${name}" twice`);
      hints.push('rename one of the two');
    }
    return first;
  };
  const [image, caption, label] = keys.map(place);
  if (problems.length > 0) {
    const found = header.map((name) => `"${name}"`).join(', ');
    throw new StageFailure(
      `${path}:1: the ${row === 0 ? 'header' : 'first row'} has ${problems.join(' and ')}; found ${found}`,
      header.length === 1 ? `is the delimiter really "${config.delimiter}"?` : hints[0],
    );
  }
  return { image: image!, caption: caption!, label: label ?? null, count: header.length };
}

function hintFor(key: string, name: string, header: readonly string[]): string {
  const similar = didYouMean(name, header);
  return similar ? `did you mean ${key}: ${similar}?` : `name the column with ${key}`;
}
