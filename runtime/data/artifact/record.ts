import type { DatasetManifest, EncodedPlace, PairRecord } from './format.js';

/**
 * The line of a pair in `pairs.jsonl`. Of pictures that stay in files it leaves out what is the same for all, and the
 * name of a file that is the pair's id: at millions of pairs that is half of the file.
 */
export function recordLine(record: PairRecord, isInFiles: boolean): string {
  if (!isInFiles) return `${JSON.stringify(record)}\n`;
  const { id, captions, label, from } = record;
  const { file, ...rest } = from!;
  return `${JSON.stringify({ id, captions, label, from: file === id ? rest : from })}\n`;
}

/** What a line of `pairs.jsonl` says. */
export function parseRecord(line: string, pictures: DatasetManifest['pictures']): PairRecord {
  if (pictures?.form !== 'files') return JSON.parse(line) as PairRecord;
  const { resolution } = pictures;
  const written = JSON.parse(line) as Partial<PairRecord> & Pick<PairRecord, 'id' | 'captions' | 'label'>;
  const from = (written.from ?? {}) as Partial<EncodedPlace>;
  const place = { ...from, file: from.file ?? written.id };
  const { offset = 0, width = resolution, height = resolution } = written;
  return { ...written, offset, width, height, from: place };
}
