/** Where two JSON values differ, a line each: `config.optimizer.lr is 0.1, not 0.2`. Order of keys does not matter. */
export function differences(there: unknown, wanted: unknown, path = ''): string[] {
  if (isMap(there) && isMap(wanted)) {
    const keys = new Set([...Object.keys(there), ...Object.keys(wanted)]);
    return [...keys].flatMap((key) =>
      differences(there[key], wanted[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(there) && Array.isArray(wanted) && there.length === wanted.length)
    return there.flatMap((each, index) => differences(each, wanted[index] as unknown, `${path}[${index}]`));
  const [a, b] = [text(there), text(wanted)];
  return a === b ? [] : [`${path} is ${a}, not ${b}`];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
