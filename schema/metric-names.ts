import type { EvaluationConfig } from './stages/evaluation.js';

/** What is measured, as far as the names of its metrics go. */
export interface Measured extends Pick<Partial<EvaluationConfig>, 'selection' | 'superclasses' | 'readouts'> {
  readonly top_k: readonly number[];
  readonly similarity?: boolean | undefined;
  readonly supervised?: boolean | undefined;
  readonly asr: {
    readonly also?: readonly string[];
    /** Attacks beside the first. */
    readonly others?: readonly { readonly target: string }[];
  } | null;
  readonly detection?: object | undefined;
  readonly validation?: object | undefined;
  readonly retrieval?: { readonly top_k: readonly number[] } | undefined;
}

/** Percent of the most similar pairs among which poison is looked for. */
export const detectedPercents = [1, 5, 10, 25, 50] as const;

/** Full names of all metrics of an evaluation, in the order in which they are measured. */
export function metricNames(measured: Measured): string[] {
  const { top_k: ks, asr, superclasses, similarity, detection, validation, retrieval, readouts } = measured;
  const attacked = asr !== null;
  const ifAttacked = (...names: string[]) => (attacked ? names : []);
  const ranked = (names: readonly string[]): string[] => {
    const all = names.flatMap((name) => ks.map((k) => `${name}.top${k}`));
    return measured.selection === undefined ? all : [...all, ...all.map((name) => `selection.${name}`)];
  };
  return [
    ...ranked(['accuracy', ...attackShares(asr)]),
    ...(superclasses === undefined ? [] : ['superclass_accuracy.top1']),
    ...(similarity === true
      ? [...['clean.mean', 'clean.std', 'gap'], ...ifAttacked('triggered.mean', 'triggered.std')].map(
          (name) => `similarity.${name}`,
        )
      : []),
    ...(detection === undefined
      ? []
      : ['detection.auc', ...detectedPercents.map((percent) => `detection.found${percent}`)]),
    ...(validation === undefined ? [] : ['validation.loss']),
    ...(retrieval?.top_k ?? []).flatMap((k) => [`retrieval.recall${k}`, ...ifAttacked(`retrieval.asr${k}`)]),
    ...(readouts?.neighbours === undefined ? [] : ['knn.accuracy', ...ifAttacked('knn.asr')]),
    ...(readouts?.prototypes === true ? ['prototypes.accuracy', ...ifAttacked('prototypes.asr')] : []),
    ...(readouts?.linear_probe === undefined ? [] : ['linear_probe.accuracy']),
    ...(measured.supervised === true ? ranked(['supervised.accuracy', ...ifAttacked('supervised.asr')]) : []),
  ];
}

/** Shares that are measured of each attack. */
function attackShares(asr: Measured['asr']): string[] {
  if (asr === null) return [];
  const also = asr.also ?? [];
  const shares = [
    'asr',
    ...(also.includes('triggered-accuracy') ? ['triggered_accuracy'] : []),
    ...(also.includes('target-share') ? ['target_share'] : []),
    ...(also.includes('false-alarm') ? ['false_alarm'] : []),
  ];
  const others = (asr.others ?? []).flatMap(({ target }) => shares.map((share) => `${share}.${target}`));
  return [...shares, ...others];
}
