/**
 * Share of pictures whose best class is of the same superclass as their own: a mistake inside a superclass (a lemon for
 * an orange) counts as right.
 *
 * @param scores [pictures, classes]
 * @param labels the class of each picture
 * @param superclass the superclass of each class; pictures of classes without one (-1) are left out
 */
export function superclassAccuracy(
  scores: Float32Array,
  labels: ArrayLike<number>,
  superclass: ArrayLike<number>,
): number {
  const classes = superclass.length;
  let [hits, counted] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const own = superclass[labels[i]!]!;
    if (own < 0) continue;
    counted++;
    if (superclass[best(scores.subarray(i * classes, (i + 1) * classes))] === own) hits++;
  }
  if (counted === 0) throw new RangeError('no picture is of a superclass');
  return hits / counted;
}

/** The class of the highest score; of equal ones the first. */
function best(scores: Float32Array): number {
  let found = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[found]!) found = c;
  return found;
}
