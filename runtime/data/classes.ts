import type { ClassSelection } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';
import { stream } from '../random/stream.js';
import { didYouMean } from './suggest.js';

/**
 * The classes that a selection keeps. Each class has a rank that depends on its name and the seed alone, and the first
 * `count` are kept: so two data sets with the same seed agree on their common classes.
 * @throws StageFailure when there are too few classes, or one to include is none of them.
 */
export function selectClasses(
  available: readonly string[],
  selection: ClassSelection | undefined,
  seed: number,
): ReadonlySet<string> {
  const all = new Set(available);
  if (!selection) return all;
  const { count, include } = selection;
  for (const name of include) requireClass(name, all);
  if (count > all.size) {
    throw new StageFailure(
      `${count} classes are asked for, but there are only ${all.size}`,
      'lower classes.count',
    );
  }
  if (include.length > count) {
    throw new StageFailure(
      `${include.length} classes are to be included, but only ${count} kept`,
      'raise classes.count or shorten classes.include',
    );
  }
  const kept = new Set(include);
  const ranked = [...all].sort().map((name) => ({ name, rank: stream(seed, `class ${name}`).float() }));
  ranked.sort((a, b) => a.rank - b.rank);
  for (const { name } of ranked) {
    if (kept.size === count) break;
    kept.add(name);
  }
  return kept;
}

/**
 * @param code of the page that tells more
 * @throws StageFailure when `name` is none of the classes.
 */
export function requireClass(
  name: string,
  classes: ReadonlySet<string> | readonly string[],
  code?: string,
): void {
  const all = [...classes];
  if (all.includes(name)) return;
  const similar = didYouMean(name, all);
  const hint = similar ? `did you mean "${similar}"?` : `the classes are ${listed(all)}`;
  throw new StageFailure(`"${name}" is none of the ${all.length} classes of the data set`, hint, code);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown}, ...` : shown;
}
