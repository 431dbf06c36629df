import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { InitOptions } from '../commands/init.js';
import { exitCode, UsageError } from '../exit.js';
import { ownPackage } from '../package.js';
import { print } from '../terminal.js';
import { editorLine, editorSettings } from './schema.js';

export function init(folder: string, { name = 'first' }: InitOptions): number {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.+-]*$/.test(name))
    throw new UsageError(
      `\`${name}\` cannot name an experiment`,
      'letters, digits and `_.+-`, starting with a letter or digit',
    );
  const experiment = join(folder, 'experiments', `${name}.yaml`);
  if (existsSync(experiment))
    throw new UsageError(`\`${experiment}\` is there already`, 'choose another `--name`');
  const { root } = ownPackage();
  copyNew(join(root, 'templates'), join(folder, 'templates'));
  writeNew(join(folder, '.vscode', 'settings.json'), editorSettings(folder));
  mkdirSync(dirname(experiment), { recursive: true });
  writeFileSync(experiment, experimentText(join(root, 'experiments', 'quickstart.yaml'), experiment, name));
  print(
    `${experiment} is a first experiment; next:\n  expc plan ${relative('.', experiment) || experiment}\n`,
  );
  return exitCode.fine;
}

/** The quickstart under another name, with the line for editors. */
function experimentText(quickstart: string, target: string, name: string): string {
  const text = readFileSync(quickstart, 'utf8')
    .replace(/^# yaml-language-server:.*\n/, '')
    .replace(/^name: .*$/m, `name: ${name}`);
  return `${editorLine(target)}\n${text}`;
}

function writeNew(file: string, text: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Copies what is not there yet. */
function copyNew(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(source, target);
  }
}
