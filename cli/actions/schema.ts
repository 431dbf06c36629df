import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { SchemaOptions } from '../commands/schema.js';
import { exitCode } from '../exit.js';
import { yamlFiles } from '../experiments.js';
import { ownPackage } from '../package.js';
import { readNamed } from '../read.js';
import { print } from '../terminal.js';

/** The project's own copy, not the build's: the line stays right when the build is made anew. */
const schemaFile = join(ownPackage().root, 'schema', 'generated', 'editor.schema.json');

const lineForm = /^#\s*yaml-language-server\s*:.*\$schema=.*$/m;

export function schema({ line, write }: SchemaOptions): number {
  if (write !== undefined) for (const file of yamlFiles(write)) writeLine(file);
  else if (line !== undefined) print(`${editorLine(line === true ? 'x.yaml' : line)}\n`);
  else print(readFileSync(schemaFile, 'utf8'));
  return exitCode.fine;
}

/** The comment by which yaml-language-server finds the schema of a file. */
export function editorLine(file: string): string {
  return `# yaml-language-server: $schema=${schemaFrom(dirname(resolve(file)))}`;
}

/** What editors that know the project's folder are told: the schema of its files, and the tags of the language. */
export function editorSettings(folder: string): string {
  const settings = {
    'yaml.schemas': {
      [schemaFrom(resolve(folder))]: ['experiments/**/*.yaml', 'templates/**/*.yaml'],
    },
    'yaml.customTags': ['!append sequence', '!remove sequence'],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function schemaFrom(folder: string): string {
  const path = relative(folder, schemaFile);
  return path.startsWith('.') ? path : `./${path}`;
}

function writeLine(file: string): void {
  const text = readNamed(file);
  const line = editorLine(file);
  const written = lineForm.test(text) ? text.replace(lineForm, () => line) : `${line}\n${text}`;
  if (written === text) return;
  writeFileSync(file, written);
  print(`${file} names its schema\n`);
}
