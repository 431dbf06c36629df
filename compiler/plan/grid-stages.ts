import type { Role, Stage } from '../../schema/plan.js';
import type { FactoredGrid } from './factor.js';
import { combine, type Groups } from './group.js';
import { canonicalText, configText, keyOfTexts, sortedNames, stageId } from './key.js';
import type { Digests, Part, RoleDefinition, StageDefinition } from './stages/definition.js';
import { roles } from './stages/roles.js';
import { startKey } from './stages/start.js';

/** The stages of one role in a grid: for each row, which of them it is. */
export interface RoleStages {
  readonly role: Role;
  readonly groups: Groups;
  /** By group; null for the rows that have no such stage. */
  readonly stages: readonly (Stage | null)[];
}

/** The stage of another experiment that has a key; undefined where there is none. */
export type StageElsewhere = (key: string) => Stage | undefined;

/** All stages of a grid's runs, by role, inputs first. Each distinct stage is worked out once. */
export function gridStages(
  factored: FactoredGrid,
  digests: Digests,
  elsewhere: StageElsewhere,
): RoleStages[] {
  const done = new Map<Role, RoleStages>([
    ['start', givenStages('start', startKey('key'), factored, digests, elsewhere)],
    ['start-metrics', givenStages('start-metrics', startKey('measured'), factored, digests, elsewhere)],
  ]);
  for (const definition of roles) done.set(definition.role, roleStages(definition, done, factored, digests));
  return [...done.values()];
}

/** Stages that are not made here: `key` tells which it is for each row. */
function givenStages(
  role: Role,
  key: Part<string | undefined>,
  factored: FactoredGrid,
  digests: Digests,
  elsewhere: StageElsewhere,
): RoleStages {
  const { groups, values } = partValues(key, factored, digests, null);
  return { role, groups, stages: values.map((one) => (one === undefined ? null : elsewhere(one)!)) };
}

/** The values of a part over a grid: one for each group of rows. */
interface PartValues {
  readonly groups: Groups;
  readonly values: readonly unknown[];
}

function roleStages(
  definition: RoleDefinition,
  done: ReadonlyMap<Role, RoleStages>,
  factored: FactoredGrid,
  digests: Digests,
): RoleStages {
  const rows = factored.grid.rows.count;
  const present = partValues(definition.present, factored, digests, null);
  const optional = Object.entries(definition.optional ?? {}).map(([name, { from, when }]) => ({
    name,
    from,
    when: partValues(when, factored, digests, present),
  }));
  const sources = new Set([...Object.values(definition.inputs), ...optional.map(({ from }) => from)].flat());
  const givers = [...sources].map((role) => done.get(role)!);
  const maker = new StageMaker(definition.stage, factored, digests, present);
  const groups = combine(rows, [
    present.groups,
    ...givers.map((giver) => giver.groups),
    ...optional.map(({ when }) => when.groups),
    ...maker.groups,
  ]);
  const stages = groups.sample.map((row) => {
    if (present.values[present.groups.of[row]!] !== true) return null;
    const inputs = new Map<string, string>();
    for (const [name, from] of Object.entries(definition.inputs)) {
      const key = firstKey(from, done, row);
      if (key === null)
        throw new Error(`${definition.role}: none of its inputs (${from.join(', ')}) is there`);
      inputs.set(name, key);
    }
    for (const { name, from, when } of optional) {
      const key = when.values[when.groups.of[row]!] === true ? firstKey(from, done, row) : null;
      if (key !== null) inputs.set(name, key);
    }
    return maker.make(
      row,
      sortedNames([...inputs.keys()]).map((name) => [name, inputs.get(name)!] as const),
    );
  });
  return { role: definition.role, groups, stages };
}

/** The key of the first of some roles that a row has. */
function firstKey(from: readonly Role[], done: ReadonlyMap<Role, RoleStages>, row: number): string | null {
  for (const name of from) {
    const { groups, stages } = done.get(name)!;
    const stage = stages[groups.of[row]!];
    if (stage !== undefined && stage !== null) return stage.key;
  }
  return null;
}

/** Work a part out for every group of rows that agree on what it reads; `where` says which groups have it at all. */
function partValues<T>(
  part: Part<T>,
  factored: FactoredGrid,
  digests: Digests,
  where: PartValues | null,
): { groups: Groups; values: (T | undefined)[] } {
  const view = factored.view([...part.reads, ...presenceReads]);
  // What only runs with the stage have can only be looked at in these, so it tells groups apart too.
  const groups =
    where === null ? view.groups : combine(factored.grid.rows.count, [view.groups, where.groups]);
  const has = (row: number): boolean => where === null || where.values[where.groups.of[row]!] === true;
  const values = groups.sample.map((row) =>
    has(row) ? part.project(view.document(row), digests) : undefined,
  );
  return { groups, values };
}

/** Every part may look whether there is a cleaning or an attack. */
const presenceReads = ['clean?', 'poison?', 'pretrain?'];

class StageMaker {
  /** Rows of one group in all of these have the same stage, if their inputs are the same. */
  readonly groups: readonly Groups[];
  readonly #names: readonly string[];
  readonly #parts: readonly PartValues[];
  /** Canonical texts of the parts' values. */
  readonly #texts: readonly (readonly string[])[];
  readonly #locals: PartValues;

  constructor(
    private readonly definition: StageDefinition,
    factored: FactoredGrid,
    digests: Digests,
    present: PartValues,
  ) {
    const parts = definition.config as Readonly<Record<string, Part<unknown>>>;
    this.#names = sortedNames(Object.keys(parts));
    this.#parts = this.#names.map((name) => partValues(parts[name]!, factored, digests, present));
    this.#texts = this.#parts.map(({ values }) =>
      values.map((value) => (value === undefined ? '' : canonicalText(value))),
    );
    this.#locals = partValues(definition.locals as Part<unknown>, factored, digests, present);
    this.groups = [...this.#parts.map(({ groups }) => groups), this.#locals.groups];
  }

  make(row: number, inputs: readonly (readonly [string, string])[]): Stage {
    const { kind, semantics } = this.definition;
    const config: Record<string, unknown> = {};
    const names: string[] = [];
    const texts: string[] = [];
    for (const [index, { groups, values }] of this.#parts.entries()) {
      const group = groups.of[row]!;
      if (values[group] === undefined) continue; // A part that is not used is no part of the key.
      names.push(this.#names[index]!);
      config[this.#names[index]!] = values[group];
      texts.push(this.#texts[index]![group]!);
    }
    const key = keyOfTexts(kind, configText(names, texts), inputs, semantics);
    const locals = this.#locals.values[this.#locals.groups.of[row]!];
    const stage = {
      key,
      id: stageId(kind, key),
      kind,
      config,
      inputs: Object.fromEntries(inputs),
      semantics,
      locals,
    };
    return stage as unknown as Stage;
  }
}
