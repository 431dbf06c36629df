import { nodeAt } from '../document/access.js';
import type { MapNode, Node } from '../document/node.js';
import { describeVia } from '../diagnostics/problem.js';
import { describeSchema } from '../diagnostics/describe.js';
import { schemaAt } from '../language/language.js';
import { documentText } from './document-text.js';

/** Everything about one value of a document: what it is, where it comes from, what it was before; null when there is none. */
export function explainValue(document: MapNode, path: readonly string[]): string | null {
  const node = nodeAt(document, path);
  if (node === undefined) return null;
  const lines = [`${path.join('.')}: ${short(node)}`];
  let value: Node | undefined = node;
  while (value !== undefined) {
    lines.push(...origins(value));
    value = value.origin.replaced;
    if (value !== undefined) lines.push(`instead of ${short(value)}`);
  }
  return `${lines.join('\n')}\n${aboutKey(document, path)}`;
}

/** Where a value was written and each step of its way, innermost first. */
function origins({ origin }: Node): string[] {
  const { place, via } = origin;
  const lines = place === null ? [] : [`  from ${place.file}:${place.line}:${place.column}`];
  for (const step of [...via].reverse()) {
    const where = step.place === null ? '' : ` (${step.place.file}:${step.place.line}:${step.place.column})`;
    lines.push(`  ${lines.length === 0 ? 'from' : 'through'} ${describeVia(step)}${where}`);
  }
  return lines;
}

/** What the language says of the key. */
function aboutKey(document: MapNode, path: readonly string[]): string {
  const schema = schemaAt(document, path);
  if (schema === undefined) return '';
  const lines = [
    ...(schema.description === undefined ? [] : [schema.description]),
    `It is ${describeSchema(schema)}.`,
    ...(schema.default === undefined ? [] : [`Its default is ${JSON.stringify(schema.default)}.`]),
    ...(schema['x-effect'] === 'none' ? ['It cannot change a result.'] : []),
  ];
  return `\n${lines.join('\n')}\n`;
}

function short(node: Node): string {
  const text = documentText(node).trimEnd();
  return text.includes('\n') ? `\n${text.replace(/^/gm, '    ')}` : text;
}
