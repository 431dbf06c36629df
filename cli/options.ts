import { InvalidArgumentError, Option } from 'commander';

/** An option that may be given any number of times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}

/** `--set path=value`. */
export function setOption(): Option {
  return repeatable(
    '--set <path=value>',
    'change a value of the document, as if it stood in the file; any number of times',
  );
}

/** `--outputs folder`. */
export function outputsOption(): Option {
  return new Option('--outputs <folder>', 'folder of all results').default('outputs').env('EXPC_OUTPUTS');
}

/** Percentages separated by commas: `5,10`. */
export function percentages(text: string): number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.some((value) => !(value >= 0 && value <= 100)))
    throw new InvalidArgumentError('It is not a list of percentages such as 5,10.');
  return values;
}

/** A whole number of at least 1. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1)
    throw new InvalidArgumentError('It is not a whole number of at least 1.');
  return value;
}

/** A TCP port: 0 to 65535. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535) throw new InvalidArgumentError('It is not a port: 0 to 65535.');
  return value;
}
