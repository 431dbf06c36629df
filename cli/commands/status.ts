import { Argument, Command } from 'commander';
import { jsonOption, outputsOption, positiveInteger, setOption } from '../options.js';

export interface StatusOptions {
  readonly watch?: true | number;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly set?: readonly string[];
  readonly outputs: string;
}

export function statusCommand(): Command {
  return new Command('status')
    .summary('what is done, runs, failed and waits')
    .description(
      'Show how the stages of experiments stand: done; running (where, since when, how far, how fast, how much time ' +
        'is left); failed and why; stopped; waiting, and for what. It reads the store and nothing else, so it is right ' +
        'whoever does the work, on whatever machine, and after any crash.',
    )
    .addArgument(new Argument('[files...]', 'experiments (default: all that were run in the store)'))
    .option(
      '-w, --watch [seconds]',
      'again and again, every 2 seconds or so many, until all is done',
      positiveInteger,
    )
    .option('--all', 'every stage, also those that are done')
    .addOption(jsonOption('[{experiment, counts, sessions, stages}]'))
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when a file has an error.

Examples:
  $ expc status                                       everything in outputs/
  $ expc status --watch experiments/quickstart.yaml
  $ expc status --json | jq '.[].stages[] | select(.status == "failed") | .message'`,
    )
    .action(async (files: string[], options: StatusOptions) => {
      const { status } = await import('../actions/status.js');
      process.exitCode = await status(files, options);
    });
}
