import type { MapNode, Node } from '../document/node.js';
import { isTemplate, parseTemplate } from '../resolve/template.js';
import { related } from './paths.js';

/** The value at `at` is, or contains, a reference to `to`. */
export interface Link {
  readonly at: string;
  readonly to: string;
}

/** All references to paths in a document or patch; keys may be dotted. */
export function linksOf(node: MapNode): Link[] {
  const links: Link[] = [];
  visit(node, '', links);
  return links;
}

function visit(node: Node, at: string, links: Link[]): void {
  if (node.kind === 'map')
    for (const [key, { value }] of node.entries) visit(value, at === '' ? key : `${at}.${key}`, links);
  // Lists are compared as a whole, so a reference in an item counts for the list.
  else if (node.kind === 'list') for (const item of node.items) visit(item, at, links);
  else if (typeof node.value === 'string' && isTemplate(node.value)) {
    const template = parseTemplate(node.value);
    if (!template.ok) return;
    for (const part of template.parts) if (part.kind === 'path') links.push({ at, to: part.path });
  }
}

/** What a value at one of `paths` may depend on through references, however long the chain. */
export function readThrough(paths: readonly string[], links: readonly Link[]): string[] {
  const read = new Set<string>();
  const queue = [...paths];
  for (let path = queue.pop(); path !== undefined; path = queue.pop())
    for (const link of links)
      if (!read.has(link.to) && related(link.at, path)) {
        read.add(link.to);
        queue.push(link.to);
      }
  return [...read];
}
