import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { compile } from '../compiler/index.js';
import { hasErrors } from '../compiler/diagnostics/collect.js';
import { suggest } from '../compiler/diagnostics/suggest.js';
import { pickSide, type Side } from '../compiler/diff/side.js';
import type { Plan } from '../schema/plan.js';
import { UsageError } from './exit.js';
import { gitHost } from './git-host.js';
import { fileHost } from './host.js';
import { show } from './load.js';

/** Load what is to be compared: `file`, `file@revision`, either with `#part`, or a lock. Null after its errors are told. */
export function loadSide(name: string, set: readonly string[]): Side | null {
  const { file, revision, part } = readName(name);
  const plan = file.endsWith('.json') ? readLock(file) : compileSide(file, revision, set);
  if (plan === null) return null;
  const side = pickSide(plan, name, part);
  if (side !== null) return side;
  const known = [
    ...new Set(plan.runs.flatMap(({ ablation }) => (ablation === null ? [] : [ablation]))),
    ...plan.figures.map((figure) => figure.name),
  ];
  const near = suggest(part ?? '', known);
  const hint =
    near === undefined ? `it has ${known.join(', ') || 'no ablations'}` : `did you mean \`${near}\`?`;
  throw new UsageError(`\`${file}\` has no ablation, figure or run \`${part ?? ''}\``, hint);
}

/** A name's parts; a file that is really called so comes first. */
function readName(name: string): { file: string; revision: string | null; part: string | null } {
  if (existsSync(name)) return { file: name, revision: null, part: null };
  const [, file, revision, part] = /^([^#]*?)(?:@([^#]*))?(?:#(.*))?$/s.exec(name)!;
  return { file: file!, revision: revision ?? null, part: part ?? null };
}

function compileSide(file: string, revision: string | null, set: readonly string[]): Plan | null {
  const host = revision === null ? fileHost() : gitHost(revision);
  const { plan, diagnostics } = compile(host, file, { folder: process.cwd(), set });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (plan !== null && !hasErrors(diagnostics)) return plan;
  show(errors, 'text', (path) => {
    const text = host.readText(path);
    return text.ok ? text.value : undefined;
  });
  return null;
}

function readLock(file: string): Plan {
  try {
    const { plan } = JSON.parse(readFileSync(file, 'utf8')) as { plan?: Plan };
    if (plan?.runs !== undefined && plan.stages !== undefined) return plan;
  } catch (error) {
    throw new UsageError(
      `\`${file}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  throw new UsageError(`\`${file}\` is no lock`, 'a lock is `outputs/experiments/<name>/plan.json`');
}
