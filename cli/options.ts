import { InvalidArgumentError, Option } from 'commander';

/** `--set path=value`, any number of times. */
export function setOption(): Option {
  return new Option('--set <path=value...>', 'change a value of the document, as if it stood in the file')
    .default([], 'none')
    .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
}

/** `--outputs folder`. */
export function outputsOption(): Option {
  return new Option('--outputs <folder>', 'folder of all results').default('outputs').env('EXPC_OUTPUTS');
}

/** A whole number of at least 1. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1)
    throw new InvalidArgumentError('It is not a whole number of at least 1.');
  return value;
}
