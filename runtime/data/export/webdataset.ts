import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { writeSynced } from '../artifact/bytes.js';
import type { PairDataset } from '../dataset.js';
import type { PictureFormat } from './encode.js';
import { inOrder, numberText, outgoing, type OutgoingPair } from './pairs.js';

/** When a shard is full. */
export interface ShardLimits {
  /** Pairs in a shard at most. */
  readonly count: number;
  /** Bytes in a shard at most; a pair that is larger has a shard of its own. */
  readonly bytes: number;
}

/** What img2dataset writes: 10,000 pairs a shard; and webdataset's own limit of 3 GB. */
export const usualShards: ShardLimits = { count: 10_000, bytes: 3e9 };

/**
 * Writes a data set as WebDataset shards `<name>-<number>.tar`: for each pair the picture, `txt` with its first caption,
 * `json` with all that is known, and `cls` with the number of its class where there are classes, whose names are the
 * lines of `<name>.classes.txt`. Equal data sets give equal bytes: members have no times and no owners.
 */
export async function exportWebdataset(
  dataset: PairDataset,
  folder: string,
  name: string,
  format: PictureFormat,
  limits: ShardLimits = usualShards,
): Promise<void> {
  let shards = 0;
  const classes = new Map(dataset.classes.map((name, number) => [name, number]));
  let shard: Shard | null = null;
  try {
    for await (const pair of outgoing(dataset, inOrder(dataset), format)) {
      const members = membersOf(pair, numberText(pair.index, dataset.size), format, classes);
      const bytes = members.reduce((sum, { data }) => sum + spaceOf(data), 0);
      if (shard !== null && (shard.count >= limits.count || shard.bytes + bytes > limits.bytes)) {
        await shard.close();
        shard = null;
      }
      if (shard === null) {
        const number = String(shards++).padStart(6, '0');
        shard = new Shard(join(folder, `${name}-${number}.tar`));
      }
      await shard.add(members, bytes);
    }
    await shard?.close();
  } catch (error) {
    shard?.abandon();
    throw error;
  }
  if (classes.size > 0)
    writeSynced(join(folder, `${name}.classes.txt`), dataset.classes.map((one) => `${one}\n`).join(''));
}

interface OutgoingMember {
  readonly name: string;
  readonly data: Uint8Array;
}

function membersOf(
  { bytes, id, captions, label, poisoned }: OutgoingPair,
  key: string,
  format: PictureFormat,
  classes: ReadonlyMap<string, number>,
): OutgoingMember[] {
  const told = { key, id, caption: captions[0], captions, ...(label === null ? {} : { label }), poisoned };
  const text = (suffix: string, value: string) => ({ name: `${key}.${suffix}`, data: Buffer.from(value) });
  return [
    { name: `${key}.${format}`, data: bytes },
    text('txt', captions[0]!),
    text('json', JSON.stringify(told)),
    ...(label === null ? [] : [text('cls', String(classes.get(label)))]),
  ];
}

const block = 512;

/** What a member takes: a header, and its bytes up to a whole block. */
function spaceOf({ length }: Uint8Array): number {
  return block + Math.ceil(length / block) * block;
}

class Shard {
  private readonly archive = pack();
  private readonly file;
  count = 0;
  /** Two empty blocks end an archive. */
  bytes = 2 * block;

  constructor(path: string) {
    this.file = createWriteStream(path, { flush: true });
    this.archive.pipe(this.file);
  }

  async add(members: readonly OutgoingMember[], bytes: number): Promise<void> {
    for (const { name, data } of members)
      this.archive.entry({ name, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 }, Buffer.from(data));
    this.count++;
    this.bytes += bytes;
    if (this.file.errored) throw this.file.errored;
    if (this.file.writableNeedDrain) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    this.archive.finalize();
    await finished(this.file);
  }

  abandon(): void {
    this.archive.destroy();
    this.file.destroy();
  }
}
