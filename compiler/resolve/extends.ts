import { posix } from 'node:path';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Host, ReadResult } from '../document/host.js';
import type { Entry, MapNode, Node, Place, ScalarNode, Via } from '../document/node.js';
import type { Code } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import { parse } from '../parse/parse.js';
import { unusedEdits } from './edits.js';
import { mergePatch, withVia, withoutRemovals } from './merge.js';
import { withoutNotes } from './notes.js';
import { isTemplate } from './template.js';

/** One file as it was read: its own map, without notes, before anything it extends is merged in. */
export interface LoadedFile {
  readonly file: string;
  readonly node: MapNode | null;
}

/** A file and all that it extends, merged. */
export interface Extended {
  readonly node: MapNode | null;
  /** Every file could be read: nothing that was meant to be merged is missing. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, the named one first. */
  readonly files: readonly LoadedFile[];
}

/**
 * Read a file and what it extends, and merge one after the other: the bases in order, each after its own bases, and the
 * file itself last. So a base may remove or append to what the bases before it say.
 */
export function loadExtended(host: Host, file: string): Extended {
  const loader = new Loader(host);
  loader.load(file, [], [], null);
  const { complete, diagnostics, files, steps } = loader;
  let node: MapNode | null = null;
  for (const { map, via } of steps) {
    diagnostics.push(...unusedEdits(node, map));
    const patch = via.reduceRight<Node>(withVia, map) as MapNode;
    node = node === null ? (withoutRemovals(patch) as MapNode) : mergePatch(node, patch);
  }
  return { node, complete, diagnostics, files: [...files.values()] };
}

/** Files that may be merged, those that are extended several times counted each time. */
const mostSteps = 1000;

/** Someone who named a file: for messages about it. */
interface Mention {
  readonly node: ScalarNode;
  readonly from: string;
}

/** One file to merge, and the chain of `extends` that leads to it. */
interface Step {
  readonly map: MapNode;
  readonly via: readonly Via[];
}

class Loader {
  readonly diagnostics: Diagnostic[] = [];
  complete = true;
  readonly files = new Map<string, LoadedFile>();
  readonly steps: Step[] = [];
  readonly #cycles = new Set<ScalarNode>();

  constructor(private readonly host: Host) {}

  load(file: string, chain: readonly string[], via: readonly Via[], mention: Mention | null): void {
    if (chain.includes(file)) {
      this.#cycle([...chain.slice(chain.indexOf(file)), file], mention!);
      return;
    }
    const own = this.#once(file, mention);
    if (own === null || this.#tooMany(mention)) return;
    const { extends: named, rest } = splitExtends(own);
    for (const name of named === undefined ? [] : this.#names(named)) {
      const written = String(name.value);
      const path = posix.join(posix.isAbsolute(written) ? '' : posix.dirname(file), written);
      const step = { how: 'extends', what: written, place: name.origin.place } as const;
      this.load(path, [...chain, file], [...via, step], { node: name, from: file });
    }
    this.steps.push({ map: rest, via });
  }

  #once(file: string, mention: Mention | null): MapNode | null {
    const known = this.files.get(file);
    if (known !== undefined) return known.node;
    const node = this.#read(file, mention);
    if (node === null) this.complete = false;
    this.files.set(file, { file, node });
    return node;
  }

  #tooMany(mention: Mention | null): boolean {
    if (this.steps.length < mostSteps) return false;
    if (this.complete && mention !== null)
      this.diagnostics.push(
        problem('EXPC312', `\`extends\` leads to more than ${mostSteps} files`, {
          origin: mention.node.origin,
          hint: 'a file that several others extend is merged once for each of them',
        }),
      );
    this.complete = false;
    return true;
  }

  /** The names that `extends` lists. */
  #names(node: Node): ScalarNode[] {
    const items = node.kind === 'list' ? node.items : [node];
    return items.filter((item): item is ScalarNode => {
      // What is no text at all, the schema tells.
      if (item.kind !== 'scalar' || typeof item.value !== 'string' || item.value === '') return false;
      if (!isTemplate(item.value)) return true;
      const hint = 'references are resolved after files are merged; write the name out';
      this.diagnostics.push(problem('EXPC302', '`extends` takes file names', { origin: item.origin, hint }));
      this.complete = false;
      return false;
    });
  }

  #read(file: string, mention: Mention | null): MapNode | null {
    const read = this.host.readText(file);
    if (!read.ok) {
      this.diagnostics.push(unreadable(read, file, mention));
      return null;
    }
    const { node, diagnostics } = parse(read.value, file);
    this.diagnostics.push(...diagnostics);
    if (node === null) return null;
    if (node.kind === 'map') return withoutNotes(node) as MapNode;
    this.diagnostics.push(
      problem('EXPC203', `\`${file}\` must be a map of keys and values`, {
        at: startOf(node.origin.place),
        label: node.kind === 'list' ? 'a list' : 'a text',
        hint: 'an experiment starts with `expc: 1` and a `name`',
      }),
    );
    return null;
  }

  #cycle(chain: readonly string[], mention: Mention): void {
    this.complete = false;
    if (this.#cycles.has(mention.node)) return;
    this.#cycles.add(mention.node);
    this.diagnostics.push(
      problem('EXPC301', `\`extends\` goes round in a circle: ${chain.join(' → ')}`, {
        origin: mention.node.origin,
        label: chain.length === 2 ? 'a file cannot extend itself' : 'closes the circle',
        hint: 'take this entry out, or move what both need into a third file',
      }),
    );
  }
}

function splitExtends(map: MapNode): { extends: Node | undefined; rest: MapNode } {
  const entry = map.entries.get('extends');
  if (entry === undefined) return { extends: undefined, rest: map };
  const entries = new Map<string, Entry>(map.entries);
  entries.delete('extends');
  return { extends: entry.value, rest: { ...map, entries } };
}

type Failure = Extract<ReadResult<string>, { ok: false }>;

const failures: Record<Failure['reason'], { code: Code; says: string }> = {
  missing: { code: 'EXPC001', says: 'does not exist' },
  unreadable: { code: 'EXPC002', says: 'cannot be read' },
  folder: { code: 'EXPC002', says: 'is a folder' },
  'too-large': { code: 'EXPC004', says: 'is too large for an experiment' },
  'not-text': { code: 'EXPC003', says: 'is not a text file in UTF-8' },
};

/** A file that cannot be had, said at the place that names it. */
function unreadable(failure: Failure, file: string, mention: Mention | null): Diagnostic {
  const { code, says } = failures[failure.reason];
  const detail =
    ['unreadable', 'too-large'].includes(failure.reason) && failure.detail !== ''
      ? ` (${failure.detail})`
      : '';
  const missing = failure.reason === 'missing';
  if (mention === null) {
    return problem(code, `\`${file}\` ${says}${detail}`, {
      ...(missing ? { hint: 'file names are relative to the folder that expc is called in' } : {}),
    });
  }
  return problem(code, `\`${String(mention.node.value)}\` ${says}${detail}`, {
    origin: mention.node.origin,
    label: `read as ${file}`,
    ...(missing ? { hint: `file names in \`extends\` are relative to the file that names them` } : {}),
  });
}

function startOf(place: Place | null): Place | null {
  return place === null ? null : { ...place, end: place.start + 1 };
}
