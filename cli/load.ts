import { readFileSync } from 'node:fs';
import process from 'node:process';
import { compile, type Compiled, type CompileOptions } from '../compiler/index.js';
import type { Diagnostic } from '../compiler/document/diagnostic.js';
import { printDiagnostics, type Format } from '../compiler/diagnostics/print.js';
import { distinct, hasErrors } from '../compiler/diagnostics/collect.js';
import { fileHost } from './host.js';
import { colored, print, printError } from './terminal.js';

export interface Settings {
  readonly set?: readonly string[] | undefined;
  readonly missingFiles?: CompileOptions['missingFiles'];
}

/** Compile an experiment from the file system, in the folder that expc was called in. */
export function compileFile(file: string, settings: Settings = {}): Compiled {
  const { set = [], missingFiles = 'warning' } = settings;
  return compile(fileHost(), file, { folder: process.cwd(), set, missingFiles });
}

/** Print diagnostics: the text form to standard error, the forms for programs to standard output. */
export function show(
  diagnostics: readonly Diagnostic[],
  format: Format = 'text',
  source: (file: string) => string | undefined = sourceText,
): void {
  const stream = format === 'text' ? process.stderr : process.stdout;
  const text = printDiagnostics(diagnostics, format, { source, color: colored(stream) });
  if (format === 'text') printError(text === '' ? '' : `${text}\n`);
  else print(text);
}

export type Planned = Compiled & { readonly plan: NonNullable<Compiled['plan']> };

/** Compile files and print what is wrong with them, each problem once; gives those that have no errors. */
export function loadAllOrExplain(files: readonly string[], settings: Settings = {}): Planned[] {
  const compiled = files.map((file) => compileFile(file, settings));
  show(distinct(compiled.map(({ diagnostics }) => diagnostics)));
  return compiled.flatMap((one) =>
    one.plan === null || hasErrors(one.diagnostics) ? [] : [{ ...one, plan: one.plan }],
  );
}

/** Compile a file and print what is wrong with it; null when it has errors. */
export function loadOrExplain(file: string, settings: Settings = {}): Planned | null {
  return loadAllOrExplain([file], settings)[0] ?? null;
}

function sourceText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
