import { StageFailure } from '../../../execute/context.js';
import { didYouMean } from '../../suggest.js';
import type { UrlListConfig } from '../config.js';

/** Where the fields of interest are, counted from 0. */
export interface ListColumns {
  readonly url: number;
  readonly caption: number;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
}

type Named = Pick<UrlListConfig, 'url_column' | 'caption_column' | 'delimiter'>;

/**
 * The columns by name or place. Where nothing is said, the URL is looked for in the first row (CC3M has it second,
 * CC12M first), and a first row without one is taken for a header.
 *
 * @param first the first row
 * @throws StageFailure when a column is not there, or cannot be told
 */
export function findColumns(first: readonly string[], config: Named, path: string): ListColumns {
  const { url_column: url, caption_column: caption } = config;
  const places = first.flatMap((field, place) => (isUrl(field) ? [place] : []));
  const hasHeader = typeof url === 'string' || typeof caption === 'string' || places.length === 0;
  const named = (key: string, column: number | string): number => {
    if (typeof column === 'number') return placed(key, column, first, path);
    const place = first.indexOf(column);
    if (place === -1) throw lacks(key, column, first, config.delimiter, path);
    return place;
  };
  if (hasHeader)
    return {
      url: named('url_column', url ?? 'url'),
      caption: named('caption_column', caption ?? 'caption'),
      hasHeader,
    };
  const urlPlace = url === undefined ? places[0]! : placed('url_column', url, first, path);
  if (caption !== undefined)
    return { url: urlPlace, caption: placed('caption_column', caption, first, path), hasHeader };
  if (first.length === 2) return { url: urlPlace, caption: 1 - urlPlace, hasHeader };
  throw new StageFailure(
    `${path}:1: which of the ${first.length} columns holds the captions?`,
    first.length === 1
      ? `is the delimiter really ${JSON.stringify(config.delimiter)}?`
      : 'say it with caption_column: its place, counted from 1',
  );
}

function isUrl(field: string): boolean {
  return /^\s*https?:\/\//i.test(field);
}

function placed(key: string, place: number, first: readonly string[], path: string): number {
  if (place <= first.length) return place - 1;
  throw new StageFailure(
    `${path}:1: the first row has ${first.length} fields, so there is no column ${place}`,
    `places of columns are counted from 1: mend ${key}`,
  );
}

function lacks(
  key: string,
  name: string,
  first: readonly string[],
  delimiter: string,
  path: string,
): StageFailure {
  const similar = didYouMean(name, first);
  const shown = first.slice(0, 10).map((field) => JSON.stringify(field.slice(0, 60)));
  const hint =
    first.length === 1
      ? `is the delimiter really ${JSON.stringify(delimiter)}?`
      : similar !== null
        ? `did you mean ${key}: ${similar}?`
        : `name the column with ${key}, or give its place counted from 1`;
  return new StageFailure(`${path}:1: no column "${name}" in the first row: ${shown.join(', ')}`, hint);
}
