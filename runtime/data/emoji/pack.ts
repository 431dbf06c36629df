import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ByteWriter, writeSynced } from '../artifact/bytes.js';
import { fileNames } from '../artifact/format.js';
import { cached } from '../cache.js';
import type { Picture } from '../dataset.js';
import { mapInOrder } from '../in-order.js';
import type { SourceMonitor } from '../source.js';
import type { Drawing, SetName } from './drawings.js';
import { licenceOf, licenceText, setVersion } from './licences.js';
import { renderSvg, rendererVersion } from './render.js';

/** The rendered drawings of one group of one set. */
export interface Pack {
  /** By codepoint. */
  picture(codepoint: string): Picture;
}

interface PackIndex {
  readonly side: number;
  readonly sha256: string;
  readonly codepoints: readonly string[];
}

/** Rendered drawings from the cache, where each (set, version, renderer, size, group) is rendered once. */
export async function openPack(
  set: SetName,
  group: string,
  side: number,
  drawings: readonly Drawing[],
  monitor: SourceMonitor,
): Promise<Pack> {
  const name = join('emoji', `${set}-${setVersion(set)}`, `${rendererVersion()}-${side}px`, group);
  const whole = (folder: string) => readPack(folder, drawings) !== null;
  const folder = await cached(name, whole, (into) => renderPack(into, set, side, drawings, monitor));
  const pack = readPack(folder, drawings);
  if (!pack) throw new Error(`${folder} changed while it was read`);
  return pack;
}

async function renderPack(
  folder: string,
  set: SetName,
  side: number,
  drawings: readonly Drawing[],
  monitor: SourceMonitor,
): Promise<void> {
  const hash = createHash('sha256');
  const pictures = new ByteWriter(join(folder, fileNames.pictures));
  let done = 0;
  const rendered = mapInOrder(drawings, ({ svg }) => renderSvg(svg, side), availableParallelism() + 1);
  for await (const { data } of rendered) {
    pictures.write(data);
    hash.update(data);
    done++;
    if (done % 20 === 0) monitor.progress(`rendering ${set}: ${done} of ${drawings.length}`, 0);
    monitor.checkStop();
  }
  pictures.close();
  const codepoints = drawings.map(({ emoji }) => emoji.codepoint);
  const index: PackIndex = { side, sha256: hash.digest('hex'), codepoints };
  writeSynced(join(folder, fileNames.licences), licenceText([licenceOf(set)]));
  writeSynced(join(folder, 'index.json'), JSON.stringify(index));
}

/** Null when the folder is not there or not what was written. */
function readPack(folder: string, drawings: readonly Drawing[]): Pack | null {
  try {
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as PackIndex;
    const bytes = readFileSync(join(folder, fileNames.pictures));
    const { side, codepoints, sha256 } = index;
    const place = new Map(codepoints.map((codepoint, i) => [codepoint, 3 * side * side * i]));
    const complete = drawings.every(({ emoji }) => place.has(emoji.codepoint));
    if (!complete || createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
    return {
      picture: (codepoint) => {
        const from = place.get(codepoint)!;
        return { width: side, height: side, data: bytes.subarray(from, from + 3 * side * side) };
      },
    };
  } catch {
    return null;
  }
}
