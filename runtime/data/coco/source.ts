import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { DatasetSource } from '../../../schema/plan.js';
import { StageFailure } from '../../execute/context.js';
import { mapInOrder } from '../in-order.js';
import { loadListed, refusing, wantsPixels, type Listed } from '../load-picture.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';

type Config = Extract<DatasetSource, { kind: 'coco' }>;

/** What is read of a picture in Karpathy's dataset_coco.json. */
interface Entry {
  readonly filepath?: string;
  readonly filename: string;
  readonly split: string;
  readonly sentences: readonly { readonly raw: string }[];
}

/**
 * MSCOCO's captioned pictures in Karpathy's split (arXiv 1412.2306), in the order of the file. A pair's id is its file.
 *
 * @throws StageFailure when the file is not of that form, or has none of the splits
 */
export function cocoSource(
  config: Config,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const path = paths.path!;
  const root = paths.root ?? dirname(path);
  const provenance: Record<string, number> = { pictures: 0 };
  async function* rows(): AsyncGenerator<SourceRow> {
    const listed = pairs(path, root, config);
    const load = (one: Listed) =>
      loadListed(one, { side: config.resolution, root, pixels: wantsPixels(monitor) });
    for await (const row of mapInOrder(listed, load, availableParallelism() + 1)) {
      monitor.checkStop();
      provenance.pictures!++;
      if (provenance.pictures! % 20 === 0)
        monitor.progress(`reading picture ${provenance.pictures}`, provenance.pictures! / listed.length);
      yield row;
    }
  }
  return { rows: () => refusing(rows(), config.unreadable, path), root, licences: [], provenance };
}

function pairs(path: string, root: string, { splits, captions, limit }: Config): Listed[] {
  const wanted = new Set<string>(splits);
  const listed = entries(path)
    .filter(({ split }) => wanted.has(split))
    .slice(0, limit)
    .map(({ filepath, filename, sentences }) => {
      const id = filepath === undefined ? filename : `${filepath}/${filename}`;
      const texts = sentences.slice(0, captions).map(({ raw }) => raw.trim());
      return { id, captions: texts, label: null, path: join(root, id) };
    });
  if (listed.length > 0) return listed;
  throw new StageFailure(`${path} has no pictures of the splits ${splits.join(', ')}`);
}

function entries(path: string): readonly Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
  const images = (value as { images?: unknown } | null)?.images;
  const fits = (entry: unknown): entry is Entry => {
    const { filename, split, sentences } = (entry ?? {}) as Partial<Entry>;
    return (
      typeof filename === 'string' &&
      typeof split === 'string' &&
      Array.isArray(sentences) &&
      sentences.length > 0 &&
      (sentences as readonly Partial<Entry['sentences'][number]>[]).every(
        ({ raw }) => typeof raw === 'string',
      )
    );
  };
  if (Array.isArray(images) && images.every(fits)) return images;
  throw new StageFailure(
    `${path} is not of the form of Karpathy's dataset_coco.json`,
    '{"images": [{"filepath", "filename", "split", "sentences": [{"raw"}]}]}',
  );
}
