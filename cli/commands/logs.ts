import { Argument, Command } from 'commander';
import { outputsOption, positiveInteger } from '../options.js';

export interface LogsOptions {
  readonly follow?: boolean;
  readonly lines?: number;
  readonly outputs: string;
}

export function logsCommand(): Command {
  return new Command('logs')
    .summary('the log of a stage')
    .description(
      'Print the logs of stages: of those that are named, or else of those that run now, or else of the one that ' +
        'was at work last. With several, each line tells its stage.',
    )
    .addArgument(new Argument('[stages...]', 'stages (`clean-5859ca3ec183`, or the beginning of it)'))
    .option('-f, --follow', 'and what is added, until Ctrl-C')
    .option('-n, --lines <number>', 'only the last lines of each', positiveInteger)
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when there is no such stage.

Examples:
  $ expc logs                       what runs now
  $ expc logs pretrain -n 20        every pre-training's last lines
  $ expc logs clean-5859 -f`,
    )
    .action(async (stages: string[], options: LogsOptions) => {
      const { logs } = await import('../actions/logs.js');
      process.exitCode = await logs(stages, options);
    });
}
