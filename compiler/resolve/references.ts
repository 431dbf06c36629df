import { child, nodeAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode, Node, Origin, ScalarNode } from '../document/node.js';
import { parsePath } from '../document/path.js';
import { problem } from '../diagnostics/problem.js';
import { orList, suggest } from '../diagnostics/suggest.js';
import type { Resolved } from './environment.js';
import { isTemplate, parseTemplate, type Part } from './template.js';

/**
 * Replace every `${path.to.value}` of a merged document. A value that is nothing but a reference keeps the type of what
 * it names (maps and lists too); inside a text the named scalar's text is inserted. Cycles are shown whole.
 */
export function resolveReferences(root: MapNode): Resolved {
  if (!hasReferences(root)) return { node: root, diagnostics: [] };
  const resolver = new Resolver(root);
  const node = resolver.resolve(root, '') as MapNode;
  return { node, diagnostics: resolver.diagnostics };
}

/** Is there any reference in the value? */
export function hasReferences(node: Node): boolean {
  if (node.kind === 'scalar') return typeof node.value === 'string' && isTemplate(node.value);
  if (node.kind === 'list') return node.items.some(hasReferences);
  for (const entry of node.entries.values()) if (hasReferences(entry.value)) return true;
  return false;
}

class Resolver {
  readonly diagnostics: Diagnostic[] = [];
  /** Values by path that are resolved already, or being resolved. */
  readonly #done = new Map<string, Node>();
  readonly #open: string[] = [];
  readonly #reported = new Set<string>();

  constructor(private readonly root: MapNode) {}

  resolve(node: Node, path: string): Node {
    if (node.kind === 'scalar') return this.#scalar(node, path);
    const below = (step: string | number): string => (path === '' ? String(step) : `${path}.${step}`);
    if (node.kind === 'list')
      return { ...node, items: node.items.map((item, index) => this.resolve(item, below(index))) };
    const entries = new Map<string, Entry>();
    for (const [key, entry] of node.entries) {
      // Ablations patch the document: their references are resolved in the runs they make.
      const keep = path === '' && key === 'ablations';
      entries.set(key, keep ? entry : { key: entry.key, value: this.resolve(entry.value, below(key)) });
    }
    return { ...node, entries };
  }

  #scalar(node: ScalarNode, path: string): Node {
    if (typeof node.value !== 'string' || !isTemplate(node.value)) return node;
    const done = this.#done.get(path);
    if (done !== undefined) return done;
    this.#open.push(path);
    const value = this.#template(node);
    this.#open.pop();
    this.#done.set(path, value);
    return value;
  }

  #template(node: ScalarNode): Node {
    const template = parseTemplate(String(node.value));
    if (!template.ok) {
      this.diagnostics.push(
        problem('EXPC305', `\`${template.written}\` is not a reference: ${template.why}`, {
          origin: node.origin,
          hint: 'write `$${` for the characters themselves',
        }),
      );
      return node;
    }
    const [only] = template.parts;
    if (template.parts.length === 1 && only?.kind === 'path') {
      const found = this.#lookup(only, node.origin);
      return found === null ? node : named(found, only.written, node.origin);
    }
    return { ...node, value: template.parts.map((part) => this.#text(part, node)).join('') };
  }

  #text(part: Part, node: ScalarNode): string {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'env') return part.written;
    const found = this.#lookup(part, node.origin);
    if (found === null) return part.written;
    if (found.kind === 'scalar') return String(found.value);
    this.diagnostics.push(
      problem('EXPC306', `\`${part.written}\` is a ${found.kind}, which cannot be put into a text`, {
        origin: node.origin,
        related: [{ message: 'it stands here', place: found.origin.place }],
      }),
    );
    return part.written;
  }

  /** The resolved value that a reference names, or null after a diagnostic. */
  #lookup(part: Part & { kind: 'path' }, from: Origin): Node | null {
    const target = nodeAt(this.root, parsePath(part.path));
    if (target === undefined) return this.#unknown(part, from);
    const inside = (open: string): boolean => open === part.path || open.startsWith(`${part.path}.`);
    if (this.#open.some(inside)) return this.#cycle(part.path, from);
    if (target.kind === 'scalar') return this.resolve(target, part.path);
    this.#open.push(part.path);
    const value = this.resolve(target, part.path);
    this.#open.pop();
    return value;
  }

  #unknown(part: Part & { kind: 'path' }, origin: Origin): null {
    let node: Node = this.root;
    const walked: string[] = [];
    for (const step of parsePath(part.path)) {
      const next = child(node, step);
      if (next === undefined) break;
      node = next;
      walked.push(step);
    }
    const missing = parsePath(part.path)[walked.length]!;
    const keys = node.kind === 'map' ? [...node.entries.keys()] : [];
    const near = suggest(missing, keys);
    const where = walked.length === 0 ? 'the document' : `\`${walked.join('.')}\``;
    this.diagnostics.push(
      problem('EXPC303', `\`${part.written}\` names nothing: ${where} has no \`${missing}\``, {
        origin,
        ...(near === undefined ? {} : { label: `did you mean \`${[...walked, near].join('.')}\`?` }),
        ...(near !== undefined || keys.length === 0 || keys.length > 12
          ? {}
          : { hint: `it has ${orList(keys)}` }),
      }),
    );
    return null;
  }

  #cycle(path: string, origin: Origin): null {
    const start = this.#open.findIndex((open) => open === path || open.startsWith(`${path}.`));
    const chain = [...this.#open.slice(start), path];
    const name = [...new Set(chain)].sort().join();
    if (this.#reported.has(name)) return null;
    this.#reported.add(name);
    this.diagnostics.push(
      problem('EXPC304', `references go round in a circle: ${chain.join(' → ')}`, {
        origin,
        label: 'closes the circle',
        related: chain.slice(0, -1).map((step) => ({
          message: `\`${step}\` is here`,
          place: nodeAt(this.root, parsePath(step))?.origin.place ?? null,
        })),
        hint: 'write one of the values out',
      }),
    );
    return null;
  }
}

/** A value under the name of the reference: it stands where the reference does and came through it. */
function named(value: Node, written: string, from: Origin): Node {
  const via = { how: 'reference', what: written, place: value.origin.place } as const;
  return { ...value, origin: { ...from, via: [via, ...from.via] } };
}
