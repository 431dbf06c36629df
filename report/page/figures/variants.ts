import type { LoggerInterface } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { isMap, type Spec } from './spec.js';

/** A picture with so many panels in a row. */
export interface Variant {
  /** Room that it needs, in pixels. */
  readonly width: number;
  readonly columns: number;
  readonly spec: object;
}

/** Fewer panels stand in a row where there is little room. The page's script stretches panels to the room there is. */
export function variantsOf(spec: Spec): Variant[] {
  const facet = spec['facet'];
  if (!isMap(facet) || !('field' in facet) || !isMap(spec['spec']))
    return [{ width: 0, columns: 1, spec: compiled(spec) }];
  const panels = Array.isArray(facet['sort']) ? facet['sort'].length : 1;
  const columns = typeof spec['columns'] === 'number' ? spec['columns'] : panels;
  const counts = [...new Set([columns, Math.min(columns, 2), 1])];
  return counts.map((count) => ({
    width: count === 1 ? 0 : count * (leastPanel + 24) + 70,
    columns: count,
    spec: compiled({ ...spec, columns: count }),
  }));
}

/** Narrower than this a panel is hard to read, in pixels. */
const leastPanel = 230;

/** As a Vega specification, on no ground of its own, with every colour written out so that it can be turned dark. */
function compiled(spec: Spec): object {
  const config = isMap(spec['config']) ? spec['config'] : {};
  const part = (name: string) => (isMap(config[name]) ? config[name] : {});
  const onPage = {
    ...config,
    background: 'transparent',
    header: { labelColor: '#000000', titleColor: '#222222', ...part('header') },
    legend: { labelColor: '#222222', titleColor: '#000000', ...part('legend') },
    title: { color: '#000000', ...part('title') },
    text: { color: '#000000', ...part('text') },
  };
  return compile({ ...spec, config: onPage } as unknown as TopLevelSpec, { logger: silent }).spec;
}

/** Vega-Lite's hints are for authors of specifications. */
const silent: LoggerInterface = {
  level: (level?: number) => (level === undefined ? 0 : silent),
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};
