import { canonicalText } from '../plan/key.js';
import { numberText } from '../expand/label.js';
import type { ParameterDifference } from './parameters.js';
import { roleNames } from '../../schema/role-names.js';

/** Parameters of the same stages, under the stages' names. */
export interface RowGroup {
  readonly heading: string;
  readonly rows: readonly ParameterDifference[];
}

/** Parameters by the stages they belong to; what differs in the same way in several stages is told once. */
export function rowGroups(parameters: readonly ParameterDifference[]): RowGroup[] {
  const alike = new Map<string, ParameterDifference[]>();
  for (const one of parameters) push(alike, canonicalText([one.path, one.a, one.b]), one);
  const groups = new Map<string, ParameterDifference[]>();
  for (const some of alike.values()) push(groups, headingOf(some), some[0]!);
  return [...groups].map(([heading, rows]) => ({ heading, rows }));
}

function headingOf(parameters: readonly ParameterDifference[]): string {
  const names = parameters.map(({ role }) => (role === 'execution' ? 'execution' : roleNames[role]));
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** A value on one line; a digest by its first digits. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : value;
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${valueText(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
