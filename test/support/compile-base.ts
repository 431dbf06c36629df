import { readFileSync } from 'node:fs';
import { compile } from '../../compiler/index.js';
import type { Plan } from '../../schema/plan.js';
import { memoryHost } from './memory-host.js';

const base = readFileSync('docs/errors/base.yaml', 'utf8');

/** The plan of an experiment that extends `base.yaml`, that of the error pages. @throws when it has an error */
export function compileText(text: string): Plan {
  const host = memoryHost({ 'base.yaml': base, 'experiment.yaml': text });
  const { plan, diagnostics } = compile(host, 'experiment.yaml', { folder: '/' });
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return plan;
}
