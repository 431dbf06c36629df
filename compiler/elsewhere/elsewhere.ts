import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Experiment, ExperimentStart } from '../../schema/generated/resolved.js';
import type { Plan, Stage } from '../../schema/plan.js';
import type { PoisonStage } from '../../schema/stages/poison.js';
import { nodeAt, originAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Host } from '../document/host.js';
import type { MapNode } from '../document/node.js';
import { ruleProblem } from '../check/rules/checkpoint-rules.js';
import { writtenIn } from '../plan/files.js';
import { checkpointOf, type StageStart } from '../plan/stages/start.js';
import { findStage } from './find.js';
import * as message from './messages.js';

/** Another experiment, planned; the plan is null when it has errors. */
export interface OtherPlan {
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ElsewhereOptions {
  readonly host: Host;
  /** The working folder, absolute. */
  readonly folder: string;
  /** The experiments that are being planned, each started from by the one before. */
  readonly chain: readonly string[];
  readonly plan: (file: string) => OtherPlan;
}

/** The stages of other experiments that runs start from. */
export class Elsewhere {
  readonly #plans = new Map<string, OtherPlan>();
  readonly #stages = new Map<string, Stage>();

  constructor(private readonly options: ElsewhereOptions) {}

  /** Any stage of the experiments that were looked at. */
  stage(key: string): Stage | undefined {
    return this.#stages.get(key);
  }

  /** The document with each start from another experiment replaced by the stage that it means; null on errors. */
  locate(document: Experiment, node: MapNode, report: (found: Diagnostic) => void): Experiment | null {
    let located: Experiment = document;
    for (const section of ['pretrain', 'clean'] as const) {
      const start = document[section]?.from;
      const written = nodeAt(node, [section, 'from']);
      if (typeof start !== 'object' || start.kind !== 'experiment' || written?.kind !== 'map') continue;
      const found = this.#find(document, start, written, node, report);
      if ('code' in found) {
        report(found);
        return null;
      }
      located = { ...located, [section]: { ...located[section], from: found } };
    }
    return located;
  }

  #find(
    document: Experiment,
    start: ExperimentStart,
    written: MapNode,
    root: MapNode,
    report: (found: Diagnostic) => void,
  ): StageStart | Diagnostic {
    const file = this.#fileOf(start, written);
    const { chain, folder, host } = this.options;
    const absolute = (path: string): string => posix.resolve(folder, path);
    const begin = chain.findIndex((one) => absolute(one) === absolute(file));
    if (begin >= 0) return message.circle(written, [...chain.slice(begin), file]);
    const read = host.readText(file);
    if (!read.ok) {
      const missing = read.reason === 'missing';
      const says = missing ? 'does not exist' : read.reason === 'folder' ? 'is a folder' : 'cannot be read';
      return message.unreadable(written, file, missing ? 'EXPC001' : 'EXPC002', says);
    }
    const { plan, diagnostics } = this.#planOf(file);
    if (plan === null) {
      const round = diagnostics.find(({ code }) => code === 'EXPC313');
      return round === undefined
        ? message.otherHasErrors(written, file)
        : message.partOfCircle(written, round.message);
    }
    const other = findStage(plan, start, written);
    if ('code' in other) return other;
    const { stage, measured } = other;
    if (!isDeepStrictEqual(stage.config.model, document.model))
      return message.otherModel(written, start, originAt(root, ['model']));
    const otherAttack = message.otherAttack(written, start, document, this.#attackOn(stage), root);
    if (otherAttack !== null) report(otherAttack);
    const { epochs } = stage.config;
    if (typeof start.epoch === 'number' && start.epoch > epochs)
      return message.noSuchEpoch(written, start, epochs);
    const epoch = checkpointOf(start.epoch, epochs);
    const found: StageStart = { kind: 'stage', key: stage.key, epoch, measured: measured.key };
    if (typeof epoch === 'number') return found;
    const wrong = ruleProblem(start.epoch, measured.config.evaluation, originAt(written, ['epoch']));
    return wrong ?? found;
  }

  /** The attack that a model was trained with, through all that it was trained from; null where there was none. */
  #attackOn(stage: Stage): PoisonStage | null {
    const { inputs } = stage as {
      readonly inputs: Readonly<Partial<Record<'model' | 'start' | 'data', string>>>;
    };
    const before = inputs.model ?? inputs.start;
    const data = stage.kind === 'pretrain' ? this.#stages.get(inputs.data!) : undefined;
    if (data?.kind === 'poison') return data;
    const earlier = before === undefined ? undefined : this.#stages.get(before);
    return earlier === undefined ? null : this.#attackOn(earlier);
  }

  #planOf(file: string): OtherPlan {
    const known = this.#plans.get(file);
    if (known !== undefined) return known;
    const other = this.options.plan(file);
    this.#plans.set(file, other);
    for (const stage of other.plan?.stages ?? []) this.#stages.set(stage.key, stage);
    return other;
  }

  #fileOf({ path }: ExperimentStart, written: MapNode): string {
    const node = nodeAt(written, ['path']);
    const from = node === undefined ? null : writtenIn(node);
    return from === null || posix.isAbsolute(path) ? path : posix.join(posix.dirname(from), path);
  }
}
