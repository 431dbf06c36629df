import { nodeAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Origin, Via } from '../document/node.js';
import type { Grid } from '../expand/grid.js';
import { seedAxis } from '../expand/axis.js';
import { writtenPaths } from '../expand/written.js';
import { problem } from '../diagnostics/problem.js';
import { expandPatch } from '../resolve/patch.js';
import { related } from '../plan/paths.js';
import { settingPatch } from '../resolve/set.js';

/** Values given by `--set` that an ablation sets again for its runs, so that what was given does not count there. */
export function overriddenSettings(settings: readonly string[], grids: readonly Grid[]): Diagnostic[] {
  return settings.flatMap((setting) => {
    const patch = settingPatch(setting);
    if (patch === null) return [];
    const paths = writtenPaths(patch).filter((path) => !path.startsWith('ablations'));
    const told = new Set<string | null>();
    return grids.flatMap((grid) => {
      const by = told.has(grid.ablation) ? null : overriding(setting, paths, grid);
      if (by === null) return [];
      told.add(grid.ablation);
      return [overridden(setting, grid.ablation, by)];
    });
  });
}

/** How values come that an ablation sets. */
const ofAblation: ReadonlySet<Via['how']> = new Set<Via['how']>(['set', 'include', 'axis']);

interface Overriding {
  readonly what: string;
  readonly origin: Origin;
}

/** What of a grid sets one of the paths; null when nothing does. */
function overriding(setting: string, paths: readonly string[], grid: Grid): Overriding | null {
  for (const axis of grid.axes) {
    const written = axis.choices.flatMap(({ patch }) => writtenPaths(expandPatch(patch).node));
    if (!written.some((path) => paths.some((given) => related(path, given)))) continue;
    const what = axis.kind === 'seeds' && axis.name === seedAxis ? '`seeds`' : `the axis \`${axis.name}\``;
    return { what, origin: axis.key };
  }
  for (const path of paths) {
    const node = nodeAt(grid.base, path.split('.'));
    if (node === undefined || node.origin.via.some(({ what }) => what === `--set ${setting}`)) continue;
    const [via] = node.origin.via;
    // A later --set of the same value is no ablation's doing.
    if (via === undefined || !ofAblation.has(via.how) || via.what.startsWith('--set ')) continue;
    return { what: `\`${via.what}\``, origin: { place: node.origin.place, via: [] } };
  }
  return null;
}

function overridden(setting: string, ablation: string | null, { what, origin }: Overriding): Diagnostic {
  const where = ablation === null ? '' : ` in ablation \`${ablation}\``;
  return problem('EXPC314', `\`--set ${setting}\` does not count${where}: ${what} sets the value`, {
    origin,
    label: 'set here, after the command line',
    hint: 'change it here, or choose among the runs with `--only`',
  });
}
