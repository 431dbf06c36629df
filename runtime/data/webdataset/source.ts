import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, relative } from 'node:path';
import { expandBraces } from '../../../schema/braces.js';
import type { DatasetSource } from '../../../schema/stages/data.js';
import { StageFailure } from '../../execute/context.js';
import { selectClasses } from '../classes.js';
import { readClassNames, type ClassNames } from '../folder/class-names.js';
import { mapInOrder } from '../in-order.js';
import { refusing, wantsPixels } from '../load-picture.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';
import { BrokenShard, isCompressed } from './members.js';
import { loadSample, tellSample, textMembers } from './pair.js';
import { samplesOf, type Sample } from './samples.js';

type Config = Extract<DatasetSource, { kind: 'webdataset' }>;

/**
 * Pictures and captions in tar shards, as the webdataset library and img2dataset write them, in the order of the
 * shards. A pair's id is its shard and key. Shards are streamed: in memory are the samples that are being decoded.
 *
 * @throws {StageFailure} when a shard is missing
 */
export function webdatasetSource(
  config: Config,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const pattern = paths.path!;
  const shards = expandBraces(pattern) ?? [];
  const absent = shards.filter((shard) => !existsSync(shard));
  if (absent.length > 0)
    throw new StageFailure(
      `${absent.length} of ${shards.length} shards are not there: ${absent.slice(0, 3).join(', ')}${absent.length > 3 ? ', …' : ''}`,
      'check datasets.*.path: {000..099} counts with leading zeros',
    );
  const root = commonFolder(shards);
  const names = paths.classes_file === undefined ? null : readClassNames(paths.classes_file, 'numbered');
  const provenance = { shards: 0, samples: 0 };
  const read: Reading = { config, shards, root, names, monitor, provenance };
  return {
    rows: () => refusing(rowsOf(read), config.unreadable, pattern),
    ...(shards.some(isCompressed) ? {} : { root }),
    licences: [],
    provenance,
  };
}

interface Reading {
  readonly config: Config;
  readonly shards: readonly string[];
  readonly root: string;
  readonly names: ClassNames | null;
  readonly monitor: SourceMonitor;
  readonly provenance: { shards: number; samples: number };
}

/** A sample and the shard that it is in, or why the rest of the shard cannot be read. */
type Found =
  { readonly shard: string; readonly sample: Sample } | { readonly shard: string; readonly broken: string };

async function* rowsOf(read: Reading): AsyncGenerator<SourceRow> {
  const { config, root, names, monitor } = read;
  const kept = await keptClasses(read);
  const load = async (found: Found): Promise<SourceRow | null> => {
    const file = relative(root, found.shard);
    if ('broken' in found) return { dropped: { row: file, reason: 'broken shard', detail: found.broken } };
    const id = `${file}/${found.sample.key}`;
    const told = tellSample(found.sample, config, names);
    if ('reason' in told) return { dropped: { row: id, ...told } };
    if (kept !== null && !kept.has(told.label!)) return null;
    return loadSample(
      found.sample,
      told,
      { file, id },
      { side: config.resolution, pixels: wantsPixels(monitor) },
    );
  };
  for await (const row of mapInOrder(found(read), load, availableParallelism() + 1)) {
    monitor.checkStop();
    if (row !== null) yield row;
  }
}

async function* found({ config, shards, monitor, provenance }: Reading): AsyncGenerator<Found> {
  const suffixes = textMembers(config);
  for (const [number, shard] of shards.entries()) {
    monitor.progress(`reading ${basename(shard)}`, number / shards.length);
    provenance.shards++;
    try {
      for await (const sample of samplesOf(shard, suffixes)) {
        provenance.samples++;
        if (provenance.samples % 100 === 0)
          monitor.progress(`reading ${basename(shard)}, ${sample.key}`, number / shards.length);
        yield { shard, sample };
      }
    } catch (error) {
      if (!(error instanceof BrokenShard)) throw error;
      yield { shard, broken: error.message };
    }
  }
}

/** Which classes are kept takes a pass of its own over the shards; null keeps all. */
async function keptClasses({ config, names, shards }: Reading): Promise<ReadonlySet<string> | null> {
  if (config.classes === undefined) return null;
  if (config.label_member === undefined)
    throw new StageFailure('classes are to be chosen, but the shards have no labels', 'set label_member');
  const labels = new Set<string>();
  const silent = { progress: () => undefined, checkStop: () => undefined, wantsPixels: () => false };
  const again = found({
    config,
    names,
    shards,
    monitor: silent,
    root: '',
    provenance: { shards: 0, samples: 0 },
  });
  for await (const one of again) {
    const told = 'sample' in one ? tellSample(one.sample, config, names) : null;
    if (told !== null && 'label' in told && told.label !== null) labels.add(told.label);
  }
  return selectClasses([...labels], config.classes, config.seed);
}

/** The innermost folder that all shards are in. */
function commonFolder(shards: readonly string[]): string {
  let folder = dirname(shards[0]!);
  while (!shards.every((shard) => shard.startsWith(folder === '/' ? '/' : `${folder}/`)))
    folder = dirname(folder);
  return folder;
}
