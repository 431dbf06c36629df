import { isAlias, isMap, isScalar, isSeq, type Alias, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, ListEdit, ListNode, MapNode, Node, ScalarNode } from '../document/node.js';
import type { Code } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import { limits } from './limits.js';
import { numberProblem } from './number.js';
import type { Positions } from './position.js';

/** Tags that say what YAML's core schema says anyway. */
const coreTags = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq|merge)$/;

/** Turns the YAML library's tree into nodes, and finds what is legal YAML but not an experiment's. */
export class Converter {
  readonly diagnostics: Diagnostic[] = [];
  /** Set when a limit is exceeded: then nothing else about the file is worth telling. */
  refused: Diagnostic | null = null;
  readonly #anchors = new Map<string, Node | 'open'>();
  readonly #sizes = new WeakMap<Node, number>();
  #aliases = 0;
  #values = 0;

  constructor(private readonly positions: Positions) {}

  /** Values below a node, itself included; those behind aliases are counted each time. */
  convert(source: unknown, depth = 0): Node {
    const node = this.#convert(source, depth);
    this.#sizes.set(node, this.#size(node));
    return node;
  }

  #convert(source: unknown, depth: number): Node {
    if (isAlias(source)) return this.#alias(source);
    const anchor = isScalar(source) || isMap(source) || isSeq(source) ? source.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const node = this.#content(source, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #content(source: unknown, depth: number): Node {
    this.#values++;
    if (depth > limits.depth && !isScalar(source)) {
      this.#refuse('EXPC110', `maps and lists are nested more than ${limits.depth} deep`, source);
      return this.#unreadable(source);
    }
    if (isMap(source)) return this.#map(source, depth);
    if (isSeq(source)) return this.#list(source, depth);
    if (isScalar(source)) return this.#scalar(source);
    return this.#unreadable(source);
  }

  #scalar(source: Scalar): ScalarNode {
    const [start, end] = this.#range(source);
    const origin = this.positions.origin(start, end);
    this.#tag(source.tag, source);
    const quoted = source.type !== 'PLAIN';
    const text = quoted ? String(source.value) : (source.source ?? '');
    const value = scalarValue(source.value);
    const wrong = quoted ? null : numberProblem(text, value, origin.place!);
    if (wrong !== null) this.diagnostics.push(wrong);
    return { kind: 'scalar', value, source: text, quoted, origin };
  }

  #list(source: YAMLSeq, depth: number): ListNode {
    const [start, end] = this.#range(source);
    const edit = this.#tag(source.tag, source);
    const items = source.items.map((item) => {
      if (!isEmpty(item)) return this.convert(item, depth + 1);
      this.#report('EXPC111', 'list item without a value', item);
      return this.#unreadable(item);
    });
    return {
      kind: 'list',
      items,
      origin: this.positions.origin(start, end),
      ...(edit === undefined ? {} : { edit }),
    };
  }

  #map(source: YAMLMap, depth: number): MapNode {
    const [start, end] = this.#range(source);
    this.#tag(source.tag, source);
    const own = new Map<string, Entry>();
    const merged: Merged[] = [];
    for (const pair of source.items) {
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<') {
        merged.push({ node: this.convert(pair.value, depth + 1), source: pair.value ?? pair.key });
        continue;
      }
      const key = this.#key(pair.key, source);
      const empty = isEmpty(pair.value);
      const value = empty ? this.#unreadable(pair.key) : this.convert(pair.value, depth + 1);
      if (key === null) continue;
      if (empty) this.#emptyValue(key.text, pair.key);
      const before = own.get(key.text);
      if (before !== undefined) this.#duplicate(key.text, pair.key, before);
      else own.set(key.text, { key: key.origin, value });
    }
    const entries = merged.length === 0 ? own : this.#merge(merged, own);
    return { kind: 'map', entries, origin: this.positions.origin(start, end) };
  }

  /** `<<`: entries of other maps that this one does not have itself; the first map wins (YAML 1.1 merge keys). */
  #merge(merged: readonly Merged[], own: ReadonlyMap<string, Entry>): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { node, source } of merged) {
      for (const map of node.kind === 'list' ? node.items : [node]) {
        if (map.kind === 'map')
          for (const [key, entry] of map.entries) entries.set(key, entries.get(key) ?? entry);
        else this.#report('EXPC112', '`<<` merges maps, found something else', source, 'write `<<: *name`');
      }
    }
    for (const [key, entry] of own) entries.set(key, entry);
    return entries;
  }

  #key(key: unknown, map: YAMLMap): { text: string; origin: Entry['key'] } | null {
    if (!isScalar(key)) {
      this.#report('EXPC108', 'a key must be text, found a map, a list or an alias', key ?? map);
      return null;
    }
    const [start, end] = this.#range(key);
    const text = key.type === 'PLAIN' ? (key.source ?? '') : String(key.value);
    if (text === '') {
      this.#report('EXPC108', 'a key is missing before the `:`', key);
      return null;
    }
    this.#tag(key.tag, key);
    return { text, origin: this.positions.origin(start, end) };
  }

  #alias(source: Alias): Node {
    this.#aliases++;
    const target = this.#anchors.get(source.source);
    const size = target === undefined || target === 'open' ? 1 : this.#size(target);
    this.#values += size;
    if (target === undefined)
      this.#report(
        'EXPC106',
        `alias \`*${source.source}\` of nothing: no \`&${source.source}\` stands above`,
        source,
      );
    else if (target === 'open') this.#report('EXPC106', `\`*${source.source}\` contains itself`, source);
    const within = this.#aliases <= limits.aliases && this.#values <= limits.values;
    if (!within)
      this.#refuse(
        'EXPC106',
        this.#aliases > limits.aliases
          ? `more than ${limits.aliases} aliases in a file`
          : `aliases expand the file to more than ${limits.values} values`,
        source,
      );
    const usable = target !== undefined && target !== 'open';
    return usable && within ? target : this.#unreadable(source, `*${source.source}`);
  }

  #size(node: Node): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === 'list') for (const item of node.items) size += this.#size(item);
    if (node.kind === 'map') for (const entry of node.entries.values()) size += this.#size(entry.value);
    return size;
  }

  #tag(tag: string | undefined, source: unknown): ListEdit | undefined {
    if (tag === undefined || tag === '!' || coreTags.test(tag)) return undefined;
    if (tag === '!append' || tag === '!remove') {
      if (isSeq(source)) return tag.slice(1) as ListEdit;
      this.#report('EXPC109', `only a list can be tagged \`${tag}\``, source);
    } else
      this.#report(
        'EXPC109',
        `unknown tag \`${tag.replace(/^tag:yaml\.org,2002:/, '!!')}\``,
        source,
        'the tags of expc are `!append` and `!remove`',
      );
    return undefined;
  }

  #emptyValue(key: string, source: unknown): void {
    this.#report(
      'EXPC111',
      `key \`${key}\` has no value`,
      source,
      `write \`${key}: null\` to remove what a template says, or take the line out`,
    );
  }

  #duplicate(key: string, source: unknown, before: Entry): void {
    const [start, end] = this.#range(source);
    this.diagnostics.push(
      problem('EXPC103', `key \`${key}\` is written twice in one map`, {
        at: this.positions.place(start, end),
        label: 'second time',
        related: [{ message: 'first time', place: before.key.place }],
        hint: 'keep one of the two',
      }),
    );
  }

  /** What stands for a value that was reported: not null, which would remove something. */
  #unreadable(source: unknown, text = ''): ScalarNode {
    const [start, end] = this.#range(source);
    const origin = this.positions.origin(start, end);
    return { kind: 'scalar', value: text, source: text, quoted: false, origin };
  }

  #refuse(code: Code, message: string, source: unknown): void {
    const [start, end] = this.#range(source);
    this.refused ??= problem(code, message, { at: this.positions.place(start, end) });
  }

  #report(code: Code, message: string, source: unknown, hint?: string): void {
    const [start, end] = this.#range(source);
    const at = this.positions.place(start, end);
    this.diagnostics.push(problem(code, message, hint === undefined ? { at } : { at, hint }));
  }

  #range(source: unknown): [number, number] {
    const range = (source as { range?: [number, number, number] | null } | null | undefined)?.range;
    return range ? [range[0], range[1]] : [0, 0];
  }
}

/** The value of a `<<`, and where it stands. */
interface Merged {
  readonly node: Node;
  readonly source: unknown;
}

/** No value written at all; `null` and `~` are values. */
function isEmpty(source: unknown): boolean {
  if (source === null || source === undefined) return true;
  return (
    isScalar(source) && source.type === 'PLAIN' && (source.source ?? '') === '' && source.tag === undefined
  );
}

/** A scalar's value as JSON has it. */
function scalarValue(value: unknown): ScalarNode['value'] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Object.is(value, -0) ? 0 : value;
  // A custom tag's value: the tag was reported.
  return null;
}
