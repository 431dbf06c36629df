import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toValue } from '../../compiler/document/access.js';
import { cleanclipScript } from '../../compiler/emit/cleanclip/script.js';
import { documentText } from '../../compiler/emit/document-text.js';
import { count } from '../../compiler/emit/columns.js';
import type { Compiled } from '../../compiler/index.js';
import type { Plan } from '../../schema/plan.js';
import type { CompileOptions } from '../commands/compile.js';
import { exitCode } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { print } from '../terminal.js';

export function compile(file: string, { target, out, set }: CompileOptions): number {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  if (target === 'yaml') writeRuns(compiled, out ?? join('compiled', compiled.plan.experiment));
  else write(target === 'json' ? planWithDocuments(compiled) : cleanclipScript(compiled.plan), out);
  return exitCode.fine;
}

function writeRuns(compiled: Compiled & { plan: Plan }, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name } of compiled.plan.runs)
    writeFileSync(join(folder, `${name}.yaml`), documentText(compiled.resolve(name)!.node));
  print(`${count(compiled.plan.runs.length, 'run')} written to ${folder}/\n`);
}

function planWithDocuments(compiled: Compiled & { plan: Plan }): string {
  const documents = Object.fromEntries(
    compiled.plan.runs.map(({ name }) => [name, toValue(compiled.resolve(name)!.node)]),
  );
  return `${JSON.stringify({ plan: compiled.plan, documents }, null, 2)}\n`;
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    print(text);
    return;
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  print(`${out} written\n`);
}
