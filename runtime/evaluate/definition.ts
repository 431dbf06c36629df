import type { Trigger } from '../../schema/generated/resolved.js';

/** What a number means; stored beside it, so that a figure can say what it shows. */
export interface MetricDefinition {
  readonly description: string;
  /** `fraction`: shares, 0..1. `nats`: a loss. `similarity`: 100 x cosine. `distance`: between unit vectors' means. */
  readonly unit: 'fraction' | 'nats' | 'similarity' | 'distance';
  /** Of what is counted among the k best. */
  readonly k?: number;
  readonly classes?: number;
  /** Pictures (or pairs) counted: the denominator. */
  readonly pictures: number;
  readonly templates?: readonly string[];
  readonly ties?: 'lower class index first';
  /** Of a measure of an attack. */
  readonly target?: string;
  readonly trigger?: Trigger;
  /** Pictures left out because their class is the target. */
  readonly excluded?: number;
  /** Triggered copies of each picture; each counts. */
  readonly copies?: number;
  readonly redrawn_each_evaluation?: boolean;
  /** Share of the test pictures set apart for choosing; `pictures` are those of this metric's part. */
  readonly selection?: number;
  /** How the measure was set: neighbours, epochs of a probe, and so on. */
  readonly settings?: object;
}

export type Definitions = Readonly<Record<string, MetricDefinition>>;

/** `whose best class is the label`, `whose 5 best classes include the label`. */
export function amongBest(k: number, what: string): string {
  return k === 1 ? `whose best class is the ${what}` : `whose ${k} best classes include the ${what}`;
}
