import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { exitCode } from '../exit.js';
import { ownPackage } from '../package.js';
import { print } from '../terminal.js';

/** The project's own copy, not the build's: the line stays right when the build is made anew. */
const schemaFile = join(ownPackage().root, 'schema', 'generated', 'editor.schema.json');

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
