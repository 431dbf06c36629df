import { equalNodes } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { ListNode, MapNode, Node } from '../document/node.js';
import { formatPath, type Path } from '../document/path.js';
import { schemaAt } from '../language/language.js';
import { problem } from '../diagnostics/problem.js';

/** `!append` and `!remove` of `patch` that find no list to edit in `base`, or no such item to remove. */
export function unusedEdits(base: MapNode | null, patch: MapNode): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(base ?? undefined, patch, [], found);
  return found;
}

function visit(base: Node | undefined, patch: Node, path: Path, found: Diagnostic[]): void {
  if (patch.kind === 'list') listEdit(base, patch, path, found);
  if (patch.kind !== 'map') return;
  for (const [key, entry] of patch.entries) {
    const below = base?.kind === 'map' ? base.entries.get(key)?.value : undefined;
    visit(below, entry.value, [...path, key], found);
  }
}

function listEdit(base: Node | undefined, patch: ListNode, path: Path, found: Diagnostic[]): void {
  // What an ablation patches is known only when its runs are made.
  if (patch.edit === undefined || path[0] === 'ablations') return;
  const name = formatPath(path);
  if (base?.kind !== 'list') {
    const byDefault = schemaAt(undefined, path)?.default;
    const hint = Array.isArray(byDefault)
      ? `no file has the list: its default is ${JSON.stringify(byDefault)}; write the whole list without the tag`
      : 'without a template that has the list, write the list without the tag';
    const message = `\`!${patch.edit}\` has no list \`${name}\` to edit`;
    found.push(problem('EXPC311', message, { origin: patch.origin, hint }));
    return;
  }
  if (patch.edit !== 'remove') return;
  for (const item of patch.items) {
    if (base.items.some((other) => equalNodes(other, item))) continue;
    const message = `\`${name}\` has no such item to remove`;
    found.push(
      problem('EXPC311', message, {
        origin: item.origin,
        related: [{ message: 'the list stands here', place: base.origin.place }],
      }),
    );
  }
}
