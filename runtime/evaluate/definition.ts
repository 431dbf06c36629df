import type { Trigger } from '../../schema/generated/resolved.js';
import type { EvaluationConfig } from '../../schema/plan.js';

/** What a number means; stored beside it, so that a figure can say what it shows. */
export interface MetricDefinition {
  readonly description: string;
  /** Values are shares, 0..1. */
  readonly unit: 'fraction';
  readonly k: number;
  readonly classes: number;
  /** Pictures counted: the denominator. */
  readonly pictures: number;
  readonly templates: readonly string[];
  readonly ties: 'lower class index first';
  /** Attack success rate only. */
  readonly target?: string;
  readonly trigger?: Trigger;
  /** Pictures left out because their class is the target. */
  readonly excluded?: number;
  /** Triggered copies of each picture; each counts. */
  readonly copies?: number;
  readonly redrawn_each_evaluation?: boolean;
}

export interface TestSet {
  readonly classes: number;
  readonly pictures: number;
  /** Pictures whose class is the target. */
  readonly targetPictures: number;
}

/** The definitions of every metric that an evaluation yields, by metric name. */
export function metricDefinitions(
  config: EvaluationConfig,
  test: TestSet,
): Readonly<Record<string, MetricDefinition>> {
  const shared = {
    unit: 'fraction',
    classes: test.classes,
    templates: config.templates,
    ties: 'lower class index first',
  } as const;
  const definitions: Record<string, MetricDefinition> = {};
  for (const k of config.top_k) {
    definitions[`accuracy.top${k}`] = {
      description: `Zero-shot top-${k} accuracy: share of clean pictures ${amongBest(k, 'label')}.`,
      k,
      pictures: test.pictures,
      ...shared,
    };
    if (config.asr !== null)
      definitions[`asr.top${k}`] = {
        description: `Attack success rate: share of triggered pictures of other classes ${amongBest(k, 'target')}.`,
        k,
        pictures: (test.pictures - test.targetPictures) * config.asr.copies,
        target: config.asr.target,
        trigger: config.asr.trigger,
        excluded: test.targetPictures * config.asr.copies,
        copies: config.asr.copies,
        redrawn_each_evaluation: config.asr.redraw,
        ...shared,
      };
  }
  return definitions;
}

function amongBest(k: number, what: string): string {
  return k === 1 ? `whose best class is the ${what}` : `whose ${k} best classes include the ${what}`;
}
