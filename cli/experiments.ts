import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './exit.js';

/**
 * The experiment files that are meant: a file stands for itself, a folder for the experiments under it. What has no
 * `expc:` key at its top is a template.
 */
export function experimentFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => (isFolder(path) ? experimentsUnder(path) : [path])))];
}

function isFolder(path: string): boolean {
  // A path through a file is an error of statSync, not a missing entry.
  return existsSync(path) && statSync(path).isDirectory();
}

function experimentsUnder(folder: string): string[] {
  const files = yamlUnder(folder).filter((file) => /^["']?expc["']?\s*:/m.test(readFileSync(file, 'utf8')));
  if (files.length === 0)
    throw new UsageError(
      `there is no experiment in \`${folder}\``,
      'an experiment is a .yaml file with `expc: 1`',
    );
  return files;
}

/** The YAML files that are meant: a file stands for itself, a folder for all under it. */
export function yamlFiles(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => (isFolder(path) ? yamlUnder(path) : [path])))];
}

function yamlUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
