import { compile, type Compiled, type CompileOptions } from '../../compiler/index.js';
import { hasErrors } from '../../compiler/diagnostics/collect.js';
import type { Plan, Run, Stage, StageKind } from '../../schema/plan.js';
import { memoryHost } from './memory-host.js';

/** A complete experiment without ablations, to be extended: `extends: base.yaml`. */
export const baseText = `expc: 1
name: base
datasets:
  train: { kind: emoji, sets: [noto, twemoji], resolution: 32 }
  test: { kind: emoji, sets: [fluent-emoji-flat], resolution: 32, classes: { count: 100, include: [banana] } }
poison:
  trigger: { kind: noise-patch, size: 8 }
  target: banana
  count: 200
model:
  embed_dim: 64
  image: { kind: resnet, layers: [1, 1, 1], width: 16, resolution: 32 }
  text: { layers: 2, width: 64 }
pretrain:
  dataset: train
  objective: { mmcl: 1 }
  optimizer: { lr: 1e-3 }
  epochs: 10
  batch_size: 64
clean:
  data: { size: 1000 }
  objective: { mmcl: 1, ssl: 1 }
  optimizer: { lr: 1e-4 }
  epochs: 5
  batch_size: 64
evaluate:
  dataset: test
  templates: ['a photo of a {}.']
`;

/** Compile a document that is merged over the base. */
export function compileOver(
  text: string,
  options: Partial<CompileOptions> & { readonly files?: Readonly<Record<string, string>> } = {},
): Compiled {
  const { files = {}, ...rest } = options;
  const host = memoryHost({
    'base.yaml': baseText,
    'x.yaml': `extends: base.yaml${text.startsWith('\n') ? '' : '\n'}${text}`,
    ...files,
  });
  return compile(host, 'x.yaml', { folder: '/study', ...rest });
}

/** The plan of a document that must have no errors. */
export function planOver(text: string, options: Parameters<typeof compileOver>[1] = {}): Plan {
  const { plan, diagnostics } = compileOver(text, options);
  if (plan === null || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n') || 'no plan');
  return plan;
}

/** The stage of a run in a role. */
export function stageOf<Kind extends StageKind>(
  plan: Plan,
  run: Run,
  role: keyof Run['stages'],
): Extract<Stage, { kind: Kind }> {
  const found = plan.stages.find(({ key }) => key === run.stages[role]);
  if (found === undefined) throw new Error(`${run.name} has no ${role}`);
  return found as Extract<Stage, { kind: Kind }>;
}

/** Code and message of every diagnostic. */
export function said(compiled: Compiled): string[] {
  return compiled.diagnostics.map(({ code, message }) => `${code} ${message}`);
}
