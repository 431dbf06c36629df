import { child } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode, Node, Origin } from '../document/node.js';
import { formatPath, parsePath } from '../document/path.js';
import { problem } from '../diagnostics/problem.js';
import { parseValue } from '../parse/parse.js';
import { unusedEdits } from './edits.js';
import { mergePatch } from './merge.js';
import { patchOf } from './patch.js';

export interface Applied {
  readonly node: MapNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Merge command-line settings (`clean.optimizer.lr=1e-4`) into a document, in order. Values are YAML: `null` removes,
 * `!append [x]` edits a list.
 */
export function applySettings(root: MapNode, settings: readonly string[]): Applied {
  const diagnostics: Diagnostic[] = [];
  let node = root;
  for (const setting of settings) node = applySetting(node, setting, diagnostics);
  return { node, diagnostics };
}

function applySetting(root: MapNode, setting: string, diagnostics: Diagnostic[]): MapNode {
  const written = `--set ${setting}`;
  const origin: Origin = { place: null, via: [{ how: 'set', what: written, place: null }] };
  const equals = setting.indexOf('=');
  const path = parsePath(setting.slice(0, equals).trim());
  if (equals < 0 || path.some((step) => step === '')) {
    const hint = 'write `--set path.to.value=value`';
    diagnostics.push(problem('EXPC308', `\`${written}\` does not say what to set to what`, { hint }));
    return root;
  }
  const parsed = parseValue(setting.slice(equals + 1), written);
  if (parsed.node === null || parsed.diagnostics.length > 0) {
    const why = parsed.diagnostics[0]?.message ?? 'no value';
    diagnostics.push(problem('EXPC308', `\`${written}\` has no usable value: ${why}`));
    return root;
  }
  const list = listOnTheWay(root, path);
  if (list !== null) {
    diagnostics.push(
      problem('EXPC309', `\`${written}\` leads into a list: \`${list}\` can only be set as a whole`, {
        hint: `write \`--set ${list}=[...]\`, or \`${list}=!append [...]\``,
      }),
    );
    return root;
  }
  const patch = patchOf(path, withOrigin(parsed.node, origin), origin);
  diagnostics.push(...unusedEdits(root, patch));
  return { ...mergePatch(root, patch), origin: root.origin };
}

/** What a setting writes, as a patch; null for one that is malformed. */
export function settingPatch(setting: string): MapNode | null {
  const equals = setting.indexOf('=');
  const path = parsePath(setting.slice(0, equals).trim());
  const { node } = parseValue(setting.slice(equals + 1), `--set ${setting}`);
  return equals < 0 || node === null ? null : patchOf(path, node);
}

/** The list that a path leads into, if it does. */
function listOnTheWay(root: Node, path: readonly string[]): string | null {
  let node: Node | undefined = root;
  for (const [index, step] of path.entries()) {
    if (node?.kind === 'list') return formatPath(path.slice(0, index));
    node = node === undefined ? undefined : child(node, step);
  }
  return null;
}

function withOrigin(node: Node, origin: Origin): Node {
  if (node.kind === 'scalar') return { ...node, origin };
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => withOrigin(item, origin)), origin };
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries)
    entries.set(key, { key: origin, value: withOrigin(entry.value, origin) });
  return { ...node, entries, origin };
}
