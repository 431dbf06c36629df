/**
 * The zero-shot classifier of CLIP (arXiv 2103.00020, 3.1.4) with template ensembles: each prompt's embedding is
 * normalised, the templates of a class are averaged, and the mean is normalised again.
 *
 * @param prompts [classes, templates, dim] text features, class by class; need not be normalised
 * @returns [classes, dim], unit rows
 */
export function classifierWeights(
  prompts: Float32Array,
  classes: number,
  templates: number,
  dim: number,
): Float32Array {
  if (prompts.length !== classes * templates * dim)
    throw new RangeError(`${prompts.length} values are not ${classes} x ${templates} x ${dim}`);
  const weights = new Float32Array(classes * dim);
  const mean = new Float64Array(dim);
  for (let c = 0; c < classes; c++) {
    mean.fill(0);
    for (let t = 0; t < templates; t++) {
      const row = prompts.subarray((c * templates + t) * dim, (c * templates + t + 1) * dim);
      const length = norm(row);
      for (let d = 0; d < dim; d++) mean[d]! += row[d]! / length;
    }
    const length = norm(mean);
    for (let d = 0; d < dim; d++) weights[c * dim + d] = mean[d]! / length;
  }
  return weights;
}

/** The prompts of every class, class by class: `{}` in a template stands for the class name. */
export function prompts(classes: readonly string[], templates: readonly string[]): string[] {
  return classes.flatMap((name) => templates.map((template) => template.replaceAll('{}', name)));
}

function norm(row: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < row.length; d++) sum += row[d]! * row[d]!;
  return Math.sqrt(sum);
}
