import { readFileSync } from 'node:fs';
import { finish, loadExperiment, type FinishedExperiment } from '../../compiler/check/load.js';
import { collect } from '../../compiler/diagnostics/collect.js';
import { toValue } from '../../compiler/document/access.js';
import type { Diagnostic } from '../../compiler/document/diagnostic.js';
import type { MapNode } from '../../compiler/document/node.js';
import { parse } from '../../compiler/parse/parse.js';
import { memoryHost } from './memory-host.js';

/** A complete experiment without errors, for others to extend. */
export const base = readFileSync('docs/errors/base.yaml', 'utf8');

/** A YAML text as a map node. Throws on anything wrong in it: what is tested comes after reading. */
export function map(text: string, file = 'test.yaml'): MapNode {
  const { node, diagnostics } = parse(text, file);
  if (diagnostics.length > 0 || node?.kind !== 'map')
    throw new Error(summary(diagnostics).join('\n') || 'no map');
  return node;
}

/** A YAML text as plain data. */
export function data(text: string): unknown {
  return toValue(map(text));
}

export interface Checked {
  /** Each diagnostic as `CODE file:line:column message`. */
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly finished: FinishedExperiment | null;
}

/** Load and finish `experiment.yaml`; base.yaml is there to be extended. */
export function check(
  files: string | Readonly<Record<string, string>>,
  options: { set?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): Checked {
  const all = typeof files === 'string' ? { 'experiment.yaml': files } : files;
  const host = memoryHost({ 'base.yaml': base, ...all }, options.environment);
  const loaded = loadExperiment(host, 'experiment.yaml', { set: options.set ?? [] });
  const finished = loaded.node === null ? null : finish(loaded.node);
  const diagnostics = collect([loaded.diagnostics, finished?.diagnostics ?? []], loaded.files);
  return { found: summary(diagnostics), diagnostics, finished };
}

/** The same for a text that goes on after `extends: base.yaml`. */
export function checkOver(text: string, options: Parameters<typeof check>[1] = {}): Checked {
  return check(`extends: base.yaml\n${text}`, options);
}

/** The resolved experiment of such a text, as plain data; throws when there is anything wrong with it. */
export function resolve(text: string, options: Parameters<typeof check>[1] = {}): unknown {
  const { found, finished } = checkOver(text, options);
  if (found.length > 0) throw new Error(found.join('\n'));
  return finished!.experiment;
}

export function summary(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place, message }) => {
    const where = place === null ? '-' : `${place.file}:${place.line}:${place.column}`;
    return `${code} ${where} ${message}`;
  });
}
