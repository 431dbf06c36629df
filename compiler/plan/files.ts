import { posix } from 'node:path';
import { expandBraces, mostShards } from '../../schema/braces.js';
import { nodeAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Host, ReadResult } from '../document/host.js';
import type { MapNode, Node, Origin, ScalarNode } from '../document/node.js';
import type { Path } from '../document/path.js';
import { problem } from '../diagnostics/problem.js';
import type { Dataset, Experiment } from '../../schema/generated/resolved.js';
import { sha256 } from './key.js';
import type { Digests } from './stages/definition.js';

/** Keys of a data set that name files and folders (`x-file` in the schema). */
const fileKeys = ['path', 'root', 'classes_file', 'labels_file'] as const;

/** Paths of a data set, made absolute. */
type LocatedPaths = Partial<Record<(typeof fileKeys)[number], string>> & {
  path_prefixes?: Record<string, string>;
};

export interface FileOptions {
  /** The working folder, absolute: where paths from the command line start. */
  readonly folder: string;
  /** A file that is not there is an error when stages are to run; a plan can be made without it. */
  readonly missing: 'error' | 'warning';
}

/** The files that runs read: where they are, who names them, what is in them. */
export class RunFiles {
  readonly #namedAt = new Map<string, Origin>();
  readonly #digests = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly options: FileOptions,
    private readonly report: (found: Diagnostic) => void,
  ) {}

  /** The document with every path absolute, so that it says the same wherever it is read from. */
  locate(document: Experiment, node: MapNode): Experiment {
    const datasets: Record<string, Dataset> = {};
    let changed = false;
    for (const [name, dataset] of Object.entries(document.datasets)) {
      datasets[name] = dataset.kind === 'emoji' ? dataset : { ...dataset, ...this.#paths(name, node) };
      changed ||= dataset.kind !== 'emoji';
    }
    const located = changed ? { ...document, datasets } : document;
    return this.#locateTriggers(this.#locateWeights(located, node), node);
  }

  /** Pictures of triggers, and what teachers are read from. */
  #locateTriggers(document: Experiment, node: MapNode): Experiment {
    const others = document.poison?.others ?? [];
    const paths: Path[] = [
      ['poison', 'trigger', 'path'],
      ...others.map((_, index) => ['poison', 'others', index, 'trigger', 'path']),
      ['evaluate', 'asr', 'trigger', 'path'],
      ['pretrain', 'pseudo_labels', 'teacher', 'path'],
      ['clean', 'pseudo_labels', 'teacher', 'path'],
    ];
    let located = document;
    for (const path of paths) {
      const value = nodeAt(node, path);
      if (value?.kind === 'scalar') located = withValue(located, path, this.absolute(value)) as Experiment;
    }
    return located;
  }

  /** Files of weights that trainings start from. */
  #locateWeights(document: Experiment, node: MapNode): Experiment {
    let located = document;
    for (const section of ['pretrain', 'clean'] as const) {
      const start = document[section]?.from;
      const path = nodeAt(node, [section, 'from', 'path']);
      if (typeof start !== 'object' || start.kind !== 'weights' || path?.kind !== 'scalar') continue;
      located = {
        ...located,
        [section]: { ...located[section], from: { ...start, path: this.absolute(path) } },
      };
    }
    return located;
  }

  #paths(name: string, node: MapNode): LocatedPaths {
    const found: LocatedPaths = {};
    for (const key of fileKeys) {
      const value = nodeAt(node, ['datasets', name, key]);
      if (value?.kind === 'scalar') found[key] = this.absolute(value);
    }
    const prefixes = nodeAt(node, ['datasets', name, 'path_prefixes']);
    if (prefixes?.kind !== 'map') return found;
    found.path_prefixes = {};
    for (const [prefix, { value }] of prefixes.entries)
      if (value.kind === 'scalar') found.path_prefixes[prefix] = this.absolute(value);
    return found;
  }

  /** Where a file is: paths are relative to the file that they are written in. */
  absolute(value: ScalarNode): string {
    const from = writtenIn(value);
    const base =
      from === null ? this.options.folder : posix.resolve(this.options.folder, posix.dirname(from));
    const path = posix.resolve(base, String(value.value));
    if (!this.#namedAt.has(path)) this.#namedAt.set(path, value.origin);
    return path;
  }

  /**
   * The SHA-256 of a file's content, of a folder's listing, or of the names and sizes of the shards that a pattern
   * names. What is not there gets a digest of its own, and is reported once; a file that is `optional` has ''.
   */
  readonly digest: Digests = (path, of = 'content') => {
    const known = this.#digests.get(path);
    if (known !== undefined) return known;
    const digest = of === 'shards' ? this.#digestShards(path) : this.#digestOne(path, of);
    this.#digests.set(path, digest);
    return digest;
  };

  #digestOne(path: string, of: 'content' | 'listing' | 'optional'): string {
    const read = of === 'listing' ? this.host.listing(path) : this.host.digest(path);
    if (of === 'optional' && !read.ok && read.reason === 'missing') return '';
    if (!read.ok) this.#reportUnreadable(path, read, this.#named(path));
    return read.ok ? read.value.sha256 : missingDigest(path);
  }

  /** The path that the document names: this one, or the folder that it lies in. */
  #named(path: string): string {
    let named = path;
    while (!this.#namedAt.has(named) && posix.dirname(named) !== named) named = posix.dirname(named);
    return named;
  }

  /** Of shards that are not there the first is reported. */
  #digestShards(pattern: string): string {
    const shards = expandBraces(pattern);
    if (shards === null) {
      const detail = `it names more than ${mostShards} files`;
      this.#reportUnreadable(pattern, { ok: false, reason: 'too-large', detail }, pattern);
      return missingDigest(pattern);
    }
    let isReported = false;
    const lines = shards.map((shard) => {
      const read = this.host.size(shard);
      if (!read.ok && !isReported) this.#reportUnreadable(shard, read, pattern);
      isReported ||= !read.ok;
      return read.ok ? `${posix.basename(shard)} ${read.value}\n` : `no file ${shard}\n`;
    });
    return sha256(lines.join(''));
  }

  /** @param named how the document names the file */
  #reportUnreadable(path: string, failure: Extract<ReadResult<unknown>, { ok: false }>, named: string): void {
    const origin = this.#namedAt.get(named);
    const label = `read as ${path}`;
    const details = origin === undefined ? { label } : { label, origin };
    if (failure.reason === 'missing') {
      const hint =
        this.options.missing === 'warning'
          ? 'the keys of what reads it change once it is there; nothing can run without it'
          : 'file names are relative to the file that they are written in';
      const severity = this.options.missing;
      this.report(
        problem('EXPC001', `the data file \`${path}\` does not exist`, { ...details, severity, hint }),
      );
      return;
    }
    const why = failure.reason === 'folder' ? 'is a folder' : `cannot be read (${failure.detail})`;
    this.report(problem('EXPC002', `the data file \`${path}\` ${why}`, details));
  }
}

/** A copy of a value with another one at a path, which is there. */
function withValue(value: unknown, [step, ...rest]: Path, inner: unknown): unknown {
  if (step === undefined) return inner;
  if (Array.isArray(value))
    return value.map((item, i) => (i === step ? withValue(item, rest, inner) : (item as unknown)));
  const map = value as Readonly<Record<string, unknown>>;
  return { ...map, [step]: withValue(map[step], rest, inner) };
}

/** What stands for the content of a file that is not there. */
export function missingDigest(path: string): string {
  return sha256(`no file ${path}`);
}

/** The file that a value was written in, through references; null for the command line. */
export function writtenIn(value: Node): string | null {
  const references = value.origin.via.filter((via) => via.how === 'reference' && via.place !== null);
  return (references.at(-1)?.place ?? value.origin.place)?.file ?? null;
}
