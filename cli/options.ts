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

/** `--jobs number`. */
export function jobsOption(): Option {
  return new Option('--jobs <number>', 'stages at the same time (default: what fits the machine)').argParser(
    positiveInteger,
  );
}

/** `--threads number`. */
export function threadsOption(): Option {
  return new Option('--threads <number>', 'threads of one stage (default: its share of the cores)').argParser(
    positiveInteger,
  );
}

/** `--device name`, any number of times, or several names with commas between them. */
export function deviceOption(): Option {
  return new Option(
    '--device <name>',
    'a GPU to use, by number or name, any number of times; `cpu` for none (default: all that are seen)',
  ).argParser((names: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    ...names.split(','),
  ]);
}

/** `--json`, with what it prints. */
export function jsonOption(what: string): Option {
  return new Option('--json', `print ${what} for other programs`);
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

/** A number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(Number.isFinite(value) && value > 0)) throw new InvalidArgumentError('It is not a number above 0.');
  return value;
}

/** A TCP port: 0 to 65535. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535) throw new InvalidArgumentError('It is not a port: 0 to 65535.');
  return value;
}
