import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../runtime/store/atomic.js';

/** What is known of a figure that was drawn before. */
interface Entry {
  /** Of everything that the figure shows. */
  readonly digest: string;
  readonly files: readonly string[];
}

const index = '.drawn.json';

/** A folder of drawn figures that remembers what they show. */
export class Drawer {
  private readonly entries: Record<string, Entry>;

  constructor(private readonly folder: string) {
    this.entries = readIndex(join(folder, index));
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  /**
   * Draws a figure unless its files are there and show the same.
   *
   * @param contents called only if it must be drawn; the content of each of `files`
   * @returns whether it was drawn
   */
  async draw(
    name: string,
    files: readonly string[],
    digest: string,
    contents: () => Promise<Readonly<Record<string, string | Uint8Array>>>,
  ): Promise<boolean> {
    const before = this.entries[name];
    if (before?.digest === digest && files.every((file) => existsSync(this.path(file)))) return false;
    const drawn = await contents();
    mkdirSync(this.folder, { recursive: true });
    for (const file of files) writeFileAtomic(this.path(file), drawn[file]!);
    for (const file of before?.files ?? [])
      if (!files.includes(file)) rmSync(this.path(file), { force: true });
    this.entries[name] = { digest, files };
    this.saveIndex();
    return true;
  }

  /** Removes the files of a figure that has nothing to show any more. */
  remove(name: string): void {
    const before = this.entries[name];
    if (before === undefined) return;
    for (const file of before.files) rmSync(this.path(file), { force: true });
    delete this.entries[name];
    this.saveIndex();
  }

  private saveIndex(): void {
    writeFileAtomic(this.path(index), `${JSON.stringify(this.entries, null, 2)}\n`);
  }
}

/** A broken index only means that everything is drawn again. */
function readIndex(path: string): Record<string, Entry> {
  if (!existsSync(path)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Object.fromEntries(
      Object.entries(value ?? {}).filter((pair): pair is [string, Entry] => isEntry(pair[1])),
    );
  } catch {
    return {};
  }
}

function isEntry(value: unknown): value is Entry {
  const { digest, files } = (value ?? {}) as Partial<Entry>;
  return typeof digest === 'string' && Array.isArray(files);
}
