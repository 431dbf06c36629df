import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCode } from '../exit.js';
import { print } from '../terminal.js';

const schemaFile = fileURLToPath(new URL('../../schema/generated/experiment.schema.json', import.meta.url));

export function schema({ line }: { readonly line?: string | true }): number {
  print(
    line === undefined
      ? readFileSync(schemaFile, 'utf8')
      : `${editorLine(line === true ? 'x.yaml' : line)}\n`,
  );
  return exitCode.fine;
}

/** The comment by which yaml-language-server finds the schema of a file. */
export function editorLine(file: string): string {
  return `# yaml-language-server: $schema=${relative(dirname(resolve(file)), schemaFile)}`;
}
