import type { Optimizer } from '../../../schema/generated/resolved.js';
import {
  adamwInputs,
  applyAdamW,
  momentsOf,
  type AdamWConstants,
  type AdamWFeeds,
  type Moments,
} from '../../backend/graph/adamw.js';
import { FLOAT, type GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { GraphVariable } from '../../backend/graph/variable.js';
import type { LossName } from '../../objective/objective.js';
import { logitScaleRange } from '../step.js';
import type { GraphParameter } from './weights.js';

/** Parameters whose moments have seen the same steps: the model's, or those of a loss. */
export type Group = 'model' | LossName;

/** AdamW inside a graph: moments by parameter, scalars by group. */
export class GraphOptimizer {
  readonly moments = new Map<string, Moments>();
  readonly #scalars = new Map<Group, AdamWFeeds & AdamWConstants>();

  constructor(
    private readonly builder: GraphBuilder,
    private readonly settings: Optimizer,
  ) {}

  /** What every step has to feed, by group. */
  get feeds(): ReadonlyMap<Group, AdamWFeeds> {
    return this.#scalars;
  }

  /** Updates a parameter by its gradient; one without a gradient keeps its value, and has moments all the same. */
  apply(group: Group, { name, variable, decays }: GraphParameter, gradient: Output | null): void {
    const pair = this.moments.get(name) ?? momentsOf(this.builder, variable);
    this.moments.set(name, pair);
    if (gradient !== null) applyAdamW(this.builder, variable, pair, gradient, decays, this.#scalarsOf(group));
  }

  #scalarsOf(group: Group): AdamWFeeds & AdamWConstants {
    const found = this.#scalars.get(group);
    if (found !== undefined) return found;
    const made = adamwInputs(this.builder, this.settings.beta1, this.settings.beta2);
    this.#scalars.set(group, made);
    return made;
  }
}

/** Keeps the logit scale within its bounds. Returns its value after the step. */
export function clampLogitScale(builder: GraphBuilder, variable: GraphVariable): Output {
  const bound = (value: number) => builder.constant(FLOAT, [], new Uint8Array(Float32Array.of(value).buffer));
  const type = { T: { type: FLOAT } };
  const above = builder.add('Maximum', [variable.read(), bound(logitScaleRange[0])], type);
  const clamped = builder.add('Minimum', [above, bound(logitScaleRange[1])], type);
  variable.assign(clamped);
  return clamped;
}
