import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Bounds } from '../report/left-out.js';
import { daysProblem, spanOf } from '../schema/day.js';
import { UsageError } from './exit.js';
import { positiveInteger } from './options.js';

/** Which runs are left out, whatever a figure says itself. */
export interface BoundsOptions {
  readonly since?: string;
  readonly until?: string;
  readonly minPoints?: number;
}

/** Adds `--since`, `--until` and `--min-points`. */
export function withBounds(command: Command): Command {
  return command
    .addOption(
      new Option('--since <day>', 'only runs made on this day (UTC) or later: 2023-10-01').argParser(day),
    )
    .addOption(new Option('--until <day>', 'only runs made on this day or before').argParser(day))
    .option('--min-points <number>', 'only runs with at least so many evaluations', positiveInteger);
}

/** The bounds that were given, as the language names them. */
export function boundsOf({ since, until, minPoints }: BoundsOptions): Bounds {
  const wrong = daysProblem({ since, until });
  if (wrong !== null) throw new UsageError(wrong.message);
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(minPoints === undefined ? {} : { min_points: minPoints }),
  };
}

function day(text: string): string {
  if (spanOf(text) === null)
    throw new InvalidArgumentError(
      'It is no day such as 2023-10-01, and no moment such as 2023-10-01T12:00Z.',
    );
  return text;
}
