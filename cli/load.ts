import { readFileSync } from 'node:fs';
import process from 'node:process';
import { compile, type Compiled, type CompileOptions } from '../compiler/index.js';
import type { Diagnostic } from '../compiler/document/diagnostic.js';
import { printDiagnostics, type Format } from '../compiler/diagnostics/print.js';
import { hasErrors } from '../compiler/diagnostics/collect.js';
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

/** Compile a file and print what is wrong with it; null when it has errors. */
export function loadOrExplain(
  file: string,
  settings: Settings = {},
): (Compiled & { plan: NonNullable<Compiled['plan']> }) | null {
  const compiled = compileFile(file, settings);
  show(compiled.diagnostics);
  if (compiled.plan === null || hasErrors(compiled.diagnostics)) return null;
  return { ...compiled, plan: compiled.plan };
}

function sourceText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
