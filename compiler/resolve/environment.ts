import type { Diagnostic } from '../document/diagnostic.js';
import type { Host } from '../document/host.js';
import type { Entry, MapNode, Node, ScalarNode, Via } from '../document/node.js';
import { problem } from '../diagnostics/problem.js';
import { parseValue } from '../parse/parse.js';
import { isSecretName } from './secrets.js';
import { escapeTemplate, isTemplate, parseTemplate, type Part } from './template.js';

export interface Resolved {
  readonly node: MapNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Replace `${env:NAME}` and `${env:NAME:-default}` everywhere in a document. A value that is nothing but such a
 * reference is read as if the variable's text stood in the file (`4` is a number); inside a text it is inserted.
 * References to paths stay as they are.
 */
export function resolveEnvironment(root: MapNode, host: Pick<Host, 'environment'>): Resolved {
  const diagnostics: Diagnostic[] = [];
  return { node: visit(root, host, diagnostics) as MapNode, diagnostics };
}

function visit(node: Node, host: Pick<Host, 'environment'>, diagnostics: Diagnostic[]): Node {
  if (node.kind === 'scalar') return replace(node, host, diagnostics);
  if (node.kind === 'list') {
    const items = node.items.map((item) => visit(item, host, diagnostics));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  let changed = false;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries) {
    const value = visit(entry.value, host, diagnostics);
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { key: entry.key, value });
  }
  return changed ? { ...node, entries } : node;
}

function replace(node: ScalarNode, host: Pick<Host, 'environment'>, diagnostics: Diagnostic[]): Node {
  if (typeof node.value !== 'string' || !isTemplate(node.value)) return node;
  const template = parseTemplate(node.value);
  // Malformed references are reported where paths are resolved.
  if (!template.ok || !template.parts.some((part) => part.kind === 'env')) return node;
  const texts = template.parts.map((part) => partText(part, node, host, diagnostics));
  const [only] = template.parts;
  if (template.parts.length > 1 || only?.kind !== 'env') {
    const joined = texts.map((text, index) =>
      template.parts[index]!.kind === 'path' ? text : escapeTemplate(text),
    );
    return { ...node, value: joined.join('') };
  }
  return readValue(node, only.written, texts[0]!);
}

function partText(
  part: Part,
  node: ScalarNode,
  host: Pick<Host, 'environment'>,
  diagnostics: Diagnostic[],
): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'path') return part.written;
  if (isSecretName(part.name)) {
    diagnostics.push(secret(part.name, node));
    return '';
  }
  const value = host.environment(part.name) ?? part.fallback;
  if (value !== undefined) return value;
  diagnostics.push(
    problem('EXPC307', `environment variable \`${part.name}\` is not set`, {
      origin: node.origin,
      hint: `set it, or give a default: \`\${env:${part.name}:-value}\``,
    }),
  );
  return '';
}

function secret(name: string, node: ScalarNode): Diagnostic {
  return problem('EXPC315', `\`${name}\` is a secret by its name, and an experiment is no place for one`, {
    origin: node.origin,
    label: 'would be written into plans, locks, logs and reports',
    hint: 'nothing here needs it: programs that do read it from the environment; otherwise rename the variable',
  });
}

/** A variable's text as a value: a number, `true`, or text. Never a map or a list. */
function readValue(node: ScalarNode, written: string, text: string): Node {
  const via: Via = { how: 'reference', what: written, place: node.origin.place };
  const origin = { ...node.origin, via: [via, ...node.origin.via] };
  const { node: read, diagnostics } = parseValue(text, written);
  const plain = read?.kind === 'scalar' && !read.quoted && diagnostics.length === 0;
  const value = plain && typeof read.value !== 'string' ? read.value : escapeTemplate(text);
  return { kind: 'scalar', value, source: text, quoted: false, origin };
}
