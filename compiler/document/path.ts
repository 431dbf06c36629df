/** Names the place of a value in a document: map keys and list indices, outermost first. */
export type Path = readonly (string | number)[];

/** `clean.optimizer.lr` → its steps. A step of digits alone is an index when it meets a list. */
export function parsePath(text: string): readonly string[] {
  return text.split('.');
}

/** A path as people write it: `ablations[0].matrix`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
