import type { Plan, Role } from '../../../schema/plan.js';
import { valueText } from '../words.js';

/** The values that a parameter has in an experiment. */
export interface Parameter {
  readonly path: string;
  readonly values: readonly string[];
}

/** What the stages are made of, by the part they play in a run. */
export type Parameters = readonly { readonly role: Role; readonly parameters: readonly Parameter[] }[];

export function parametersOf(plan: Plan): Parameters {
  const stages = new Map(plan.stages.map((stage) => [stage.key, stage]));
  const found = new Map<Role, Map<string, Set<string>>>();
  const seen = new Set<string>();
  for (const run of plan.runs)
    for (const [role, key] of Object.entries(run.stages) as [Role, string][]) {
      if (seen.has(`${role} ${key}`)) continue;
      seen.add(`${role} ${key}`);
      const paths = found.get(role) ?? new Map<string, Set<string>>();
      found.set(role, paths);
      for (const [path, value] of leavesOf(stages.get(key)?.config)) {
        const values = paths.get(path) ?? new Set<string>();
        paths.set(path, values.add(valueText(value)));
      }
    }
  return [...found].map(([role, paths]) => ({
    role,
    parameters: [...paths].map(([path, values]) => ({ path, values: [...values] })),
  }));
}

/** The numbers, texts and lists of a value by dotted path. */
function* leavesOf(value: unknown, path = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== undefined && value !== null) yield [path, value];
    return;
  }
  for (const [key, inner] of Object.entries(value))
    yield* leavesOf(inner, path === '' ? key : `${path}.${key}`);
}
