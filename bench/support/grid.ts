import { compile, type Compiled } from '../../compiler/index.js';
import { toValue } from '../../compiler/document/access.js';
import type { Host } from '../../compiler/document/host.js';

/** The axes of a grid: path and values. */
export type Axes = readonly (readonly [path: string, values: readonly number[]])[];

/** Five axes whose product is a number of runs: a multiple of 100, from 10,000 on of 10,000. */
export function axesOf(runs: number): Axes {
  const [decays, epochs, weights, seeds] = runs < 10_000 ? [5, 5, 2, 2] : [10, 10, 10, 10];
  return [
    ['clean.optimizer.lr', values(runs / (decays * epochs * weights * seeds), 1e-5)],
    ['clean.optimizer.weight_decay', values(decays, 0.01)],
    ['clean.epochs', values(epochs, 1)],
    ['clean.objective.ssl', values(weights, 1)],
    ['seed', values(seeds, 1)],
  ];
}

function values(count: number, step: number): number[] {
  if (!Number.isInteger(count)) throw new Error('the number of runs is no product of the axes');
  return Array.from({ length: count }, (_, index) => Number(((index + 1) * step).toPrecision(6)));
}

const base = `expc: 1
name: grid
datasets:
  train: { kind: emoji, sets: [noto, twemoji], resolution: 32 }
  test: { kind: emoji, sets: [fluent-emoji-flat], resolution: 32, classes: { count: 100, include: [banana] } }
poison: { trigger: { kind: noise-patch, size: 8 }, target: banana, count: 200 }
model:
  embed_dim: 64
  image: { kind: resnet, layers: [1, 1, 1], width: 16, resolution: 32 }
  text: { layers: 2, width: 64 }
pretrain: { dataset: train, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 10, batch_size: 64 }
clean:
  data: { size: 1000 }
  objective: { mmcl: 1, ssl: 1 }
  optimizer: { lr: 1e-4 }
  epochs: 5
  batch_size: 64
evaluate: { dataset: test, templates: ['a photo of a {}.'] }
`;

/** Check, expand and plan the grid. */
export function compileGrid(axes: Axes): Compiled {
  const [seeds, ...matrix] = [...axes].reverse();
  const rows = matrix.reverse().map(([path, list]) => `      ${path}: [${list.join(', ')}]\n`);
  return compileText(
    `${base}ablations:\n  - name: all\n    matrix:\n${rows.join('')}    seeds: [${seeds![1].join(', ')}]\n`,
  );
}

/** The document of a run as plain data: what a configuration for another program has to hold. */
export function baseDocument(): unknown {
  const compiled = compileText(base);
  return toValue(compiled.resolve(compiled.plan!.runs[0]!.name)!.node);
}

function compileText(text: string): Compiled {
  const missing = { ok: false, reason: 'missing', detail: '' } as const;
  const host: Host = {
    readText: (path) => (path === 'grid.yaml' ? { ok: true, value: text } : missing),
    digest: () => missing,
    listing: () => missing,
    size: () => missing,
    environment: () => undefined,
  };
  return compile(host, 'grid.yaml', { folder: '/' });
}
