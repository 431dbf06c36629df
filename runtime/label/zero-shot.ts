/**
 * The class of each picture: that of the largest cosine, of equal ones the first.
 *
 * @param pictures [pictures, dim], unit rows
 * @param classifier [classes, dim], unit rows
 */
export function zeroShotClasses(pictures: Float32Array, classifier: Float32Array, dim: number): Int32Array {
  const classes = classifier.length / dim;
  return Int32Array.from({ length: pictures.length / dim }, (_, row) => {
    let best = 0;
    let most = -Infinity;
    for (let c = 0; c < classes; c++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += pictures[row * dim + d]! * classifier[c * dim + d]!;
      if (sum > most) [best, most] = [c, sum];
    }
    return best;
  });
}
