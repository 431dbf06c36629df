import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { pack } from 'tar-stream';
import type { NewPair } from '../../../../runtime/data/artifact/write.js';
import type { Dropped } from '../../../../runtime/data/artifact/format.js';
import { openSource } from '../../../../runtime/data/open-source.js';

/** Names of members and what is in them. */
export type Members = readonly (readonly [name: string, content: string | Buffer])[];

export async function tarOf(members: Members): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of members) archive.entry({ name, mtime: new Date(0) }, content as Buffer);
  archive.finalize();
  return buffer(archive);
}

export async function writeShard(path: string, members: Members): Promise<void> {
  const bytes = await tarOf(members);
  writeFileSync(path, path.endsWith('z') ? gzipSync(bytes) : bytes);
}

/** A picture of one colour. */
export function plainPicture(red: number, format: 'png' | 'jpeg' = 'png', side = 10): Promise<Buffer> {
  return sharp({
    create: { width: side + 2, height: side, channels: 3, background: { r: red, g: 90, b: 30 } },
  })
    [format]()
    .toBuffer();
}

export interface ReadRows {
  readonly pairs: readonly NewPair[];
  readonly dropped: readonly Dropped[];
}

/** All rows of a webdataset source. */
export async function readShards(path: string, more: object = {}, paths: object = {}): Promise<ReadRows> {
  const source = {
    kind: 'webdataset',
    caption_member: 'txt',
    caption_key: 'caption',
    label_key: 'label',
    resolution: 8,
    unreadable: 'drop',
    seed: 0,
    ...more,
  };
  const stage = { config: { source, files: {} }, locals: { paths: { path, ...paths } } };
  const monitor = { progress: () => undefined, checkStop: () => undefined, wantsPixels: () => true };
  const [pairs, dropped]: [NewPair[], Dropped[]] = [[], []];
  for await (const row of openSource(stage as never, monitor).rows())
    if ('pair' in row) pairs.push(row.pair);
    else dropped.push(row.dropped);
  return { pairs, dropped };
}
