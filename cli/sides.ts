import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { compile } from '../compiler/index.js';
import { hasErrors } from '../compiler/diagnostics/collect.js';
import { suggest } from '../compiler/diagnostics/suggest.js';
import { pickSide, type Side, type Titled } from '../compiler/diff/side.js';
import type { Plan } from '../schema/plan.js';
import { UsageError } from './exit.js';
import { gitHost } from './git-host.js';
import { fileHost } from './host.js';
import { show } from './load.js';
import { isPastPlan, readPastPlan } from './past-plan.js';
import { printError } from './terminal.js';

/** Load what is to be compared: `file`, `file@revision`, a past plan, each with `#part`. Null after its errors are told. */
export function loadSide(name: string, set: readonly string[]): Side | null {
  const { file, revision, part } = readName(name);
  if (revision === null && isPastPlan(file)) {
    const { plan, run } = readPastPlan(file);
    return picked({ plan }, name, file, part ?? run);
  }
  const compiled = compileSide(file, revision, set);
  return compiled === null ? null : picked(compiled, name, file, part);
}

function picked(titled: Titled, name: string, file: string, part: string | null): Side {
  const side = pickSide(titled, name, part);
  if (side !== null) return side;
  const known = partsOf(titled.plan);
  const near = suggest(part ?? '', known);
  const hint =
    near === undefined ? `it has ${known.join(', ') || 'no ablations'}` : `did you mean \`${near}\`?`;
  throw new UsageError(`\`${file}\` has no ablation, figure or run \`${part ?? ''}\``, hint);
}

function partsOf({ runs, figures }: Plan): string[] {
  const ablations = runs.flatMap(({ ablation }) => (ablation === null ? [] : [ablation]));
  return [...new Set([...ablations, ...figures.map((figure) => figure.name)])];
}

/** A name's parts; a file that is really called so comes first. */
function readName(name: string): { file: string; revision: string | null; part: string | null } {
  if (existsSync(name)) return { file: name, revision: null, part: null };
  const [, file, revision, part] = /^([^#]*?)(?:@([^#]*))?(?:#(.*))?$/s.exec(name)!;
  return { file: file!, revision: revision ?? null, part: part ?? null };
}

function compileSide(file: string, revision: string | null, set: readonly string[]): Titled | null {
  const host = revision === null ? fileHost() : gitHost(revision, dirname(file));
  const { plan, ablations, diagnostics } = compile(host, file, { folder: process.cwd(), set });
  if (plan !== null && !hasErrors(diagnostics))
    return { plan, titles: new Map(ablations.map(({ name, title }) => [name, title])) };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (revision !== null) printError(`as it was at \`${revision}\`:\n`);
  show(errors, 'text', (path) => {
    const text = host.readText(path);
    return text.ok ? text.value : undefined;
  });
  return null;
}
