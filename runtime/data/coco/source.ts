import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatasetSource } from '../../../schema/stages/data.js';
import { StageFailure } from '../../execute/context.js';
import { listedSource, type ListedRow } from '../listed-source.js';
import type { Source, SourceMonitor } from '../source.js';
import { cocoEntries, cocoForms, type CocoEntry } from './entries.js';

type Config = Extract<DatasetSource, { kind: 'coco' }>;

/**
 * MSCOCO's captioned pictures, in Karpathy's split (arXiv 1412.2306) or as MSCOCO itself lists them, in the order of the
 * file. A pair's id is its file. Pictures without a caption are dropped.
 *
 * @throws StageFailure when the file is of neither form, or has none of the splits
 */
export function cocoSource(
  config: Config,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const path = paths.path!;
  const root = paths.root ?? dirname(path);
  return listedSource({ list: () => pairs(path, root, config), root, name: path, config }, monitor);
}

function pairs(path: string, root: string, { splits, captions, limit }: Config): ListedRow[] {
  const wanted = new Set<string>(splits);
  const entries = readEntries(path).filter(({ split }) => split === null || wanted.has(split));
  if (entries.length === 0)
    throw new StageFailure(`${path} has no pictures of the splits ${splits.join(', ')}`);
  return entries.slice(0, limit).map(({ file, captions: all }) => {
    const texts = all.map((text) => text.trim()).filter((text) => text !== '');
    if (texts.length === 0) return { dropped: { row: file, reason: 'missing caption' } };
    return { id: file, captions: texts.slice(0, captions), label: null, path: join(root, file) };
  });
}

function readEntries(path: string): CocoEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
  const entries = cocoEntries(value);
  if (!('problem' in entries)) return entries;
  throw new StageFailure(
    `${path} is neither Karpathy's dataset_coco.json nor a file of MSCOCO's captions: ${entries.problem}`,
    cocoForms,
  );
}
