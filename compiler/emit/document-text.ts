import type { ListNode, MapNode, Node, Origin, ScalarNode } from '../document/node.js';
import { numberText } from '../expand/label.js';
import { describeVia } from '../diagnostics/problem.js';

export interface DocumentTextOptions {
  /** Say of every value where it comes from, as a comment. */
  readonly origins?: boolean;
}

const indentStep = '  ';
const longestLine = 100;

/** A document as YAML; reading it again gives the same values. */
export function documentText(node: Node, options: DocumentTextOptions = {}): string {
  const lines: Line[] = [];
  const inline = inlineText(node);
  if (node.kind === 'map' && node.entries.size > 0) mapLines(node, '', lines);
  else if (node.kind === 'list' && inline === null) listLines(node.items, '', lines);
  else lines.push({ text: inline ?? '', origin: node.origin });
  if (options.origins !== true) return lines.map(({ text }) => `${text}\n`).join('');
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
  return lines
    .map(({ text, origin }) =>
      origin === null ? `${text}\n` : `${text.padEnd(width)}  # ${originText(origin)}\n`,
    )
    .join('');
}

interface Line {
  readonly text: string;
  /** Of the value on the line; null for a line that only opens a map or list. */
  readonly origin: Origin | null;
}

function mapLines(map: MapNode, indent: string, lines: Line[], first = indent): void {
  let start = first;
  for (const [key, { value }] of map.entries) {
    valueLines(`${start}${textOf(key)}:`, value, indent, lines);
    start = indent;
  }
}

function valueLines(head: string, value: Node, indent: string, lines: Line[]): void {
  const inline = inlineText(value);
  if (inline !== null && (value.kind === 'scalar' || head.length + inline.length < longestLine)) {
    lines.push({ text: `${head} ${inline}`, origin: value.origin });
    return;
  }
  lines.push({ text: `${head}${value.kind === 'list' ? editTag(value) : ''}`, origin: null });
  if (value.kind === 'map') mapLines(value, indent + indentStep, lines);
  else if (value.kind === 'list') listLines(value.items, indent + indentStep, lines);
}

function listLines(items: readonly Node[], indent: string, lines: Line[]): void {
  for (const item of items) {
    if (item.kind === 'map' && item.entries.size > 0)
      mapLines(item, indent + indentStep, lines, `${indent}- `);
    else valueLines(`${indent}-`, item, indent, lines);
  }
}

/** A value on one line: scalars, lists of scalars, and what is empty; null for anything larger. */
function inlineText(node: Node): string | null {
  if (node.kind === 'scalar') return scalarText(node);
  if (node.kind === 'map') return node.entries.size === 0 ? '{}' : null;
  const items = node.items.map((item) => (item.kind === 'scalar' ? scalarText(item) : null));
  return items.includes(null) ? null : `${`${editTag(node)} `.trimStart()}[${items.join(', ')}]`;
}

/** ` !append`: a list in a patch may edit the one it is merged over. */
function editTag({ edit }: ListNode): string {
  return edit === undefined ? '' : ` !${edit}`;
}

function scalarText({ value }: ScalarNode): string {
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? textOf(value) : String(value);
}

/** Without quotes where nothing else could be read. */
function textOf(text: string): string {
  const plain = /^[A-Za-z_/][A-Za-z0-9_./+@-]*( [A-Za-z0-9_./+@-]+)*$/.test(text);
  const other = /^(true|false|null|yes|no|on|off|y|n|~|\.inf|\.nan)$/i.test(text);
  return plain && !other ? text : JSON.stringify(text);
}

/** `templates/emoji.yaml:3:9`, and what else a value came through: an axis, a reference, `--set`, a default. */
export function originText({ place, via }: Origin): string {
  const steps = via.filter(({ how }) => how !== 'extends').map(describeVia);
  const where = place === null ? [] : [`${place.file}:${place.line}:${place.column}`];
  return [...where, ...steps].join(', ');
}
