import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { PictureOptions } from '../config.js';
import { isKept, parseOutcome, type Outcome } from './record.js';
import { recordsOf } from './scan.js';
import { keyOf, PlaceTable, type Place } from './table.js';

const folder = 'journal';
/** How long what is told may be lost when the machine stops; a process that is killed loses nothing. */
const syncMs = 2000;

/**
 * What became of each URL, on disk: a line for each outcome. Every process appends to a file of its own, so any number
 * of machines may work in one folder, and folders can be put together by copying. Of several outcomes of a URL the newest
 * picture counts, or else the newest failure.
 */
export class Journal {
  private readonly table = new PlaceTable();
  private readonly segments: { readonly file: number }[] = [];
  private own: { readonly segment: number; readonly file: number } | null = null;
  private written = 0;
  private syncedAt = performance.now();

  private constructor(
    private readonly dir: string,
    private readonly prefix: string,
  ) {}

  /** Reads what is in the folder of pictures already. */
  static open(root: string, options: PictureOptions): Journal {
    const dir = join(root, folder);
    mkdirSync(dir, { recursive: true });
    const journal = new Journal(dir, prefixOf(options));
    for (const name of readdirSync(dir).sort()) if (name.startsWith(journal.prefix)) journal.read(join(dir, name)); // prettier-ignore
    return journal;
  }

  /** What became of a URL; null where nothing is known. */
  find(url: string): Outcome | null {
    const place = this.table.get(keyOf(url));
    if (place === null) return null;
    const outcome = this.recordAt(place);
    return outcome?.url === url ? outcome : null;
  }

  add(outcome: Outcome): void {
    const { segment, file } = (this.own ??= this.create());
    const line = Buffer.from(`${JSON.stringify(outcome)}\n`);
    for (let done = 0; done < line.length;) done += writeSync(file, line, done);
    this.table.set(keyOf(outcome.url), { segment, offset: this.written, isKept: isKept(outcome) });
    this.written += line.length;
    if (performance.now() - this.syncedAt > syncMs) this.sync();
  }

  /** Makes sure that all is on disk. */
  sync(): void {
    if (this.own !== null) fsyncSync(this.own.file);
    this.syncedAt = performance.now();
  }

  close(): void {
    this.sync();
    for (const { file } of this.segments) closeSync(file);
    this.segments.length = 0;
    this.own = null;
  }

  private create(): { readonly segment: number; readonly file: number } {
    const host = hostname().replaceAll(/[^\w-]/g, '_');
    const time = new Date().toISOString().replaceAll(/[-:.]/g, '');
    const name = `${this.prefix}${time}-${host}-${process.pid}-${randomBytes(3).toString('hex')}.jsonl`;
    const file = openSync(join(this.dir, name), 'ax+');
    return { segment: this.segments.push({ file }) - 1, file };
  }

  private read(path: string): void {
    const file = openSync(path, 'r');
    const segment = this.segments.push({ file }) - 1;
    for (const { line, offset } of recordsOf(file)) {
      const outcome = parseOutcome(line);
      if (outcome === null) continue;
      const key = keyOf(outcome.url);
      if (!isKept(outcome) && this.table.get(key)?.isKept === true) continue;
      this.table.set(key, { segment, offset, isKept: isKept(outcome) });
    }
  }

  private recordAt({ segment, offset }: Place): Outcome | null {
    const { file } = this.segments[segment]!;
    for (let length = 1024; ; length *= 4) {
      const buffer = Buffer.allocUnsafe(length);
      const got = readSync(file, buffer, 0, length, offset);
      const end = buffer.subarray(0, got).indexOf(10);
      if (end !== -1) return parseOutcome(buffer.toString('utf8', 0, end));
      if (got < length || offset + got >= fstatSync(file).size) return null;
    }
  }
}

/** Journals of pictures that are stored in another way are other journals. */
function prefixOf({ resolution, resize, format, quality }: PictureOptions): string {
  const how =
    resize === 'none' ? ['none'] : [resolution, resize, format, ...(format === 'png' ? [] : [quality])];
  return `${how.join('-')}.`;
}
