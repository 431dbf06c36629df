import { Argument, Command } from 'commander';
import { outputsOption, positiveInteger } from '../options.js';

export interface StopOptions {
  readonly wait?: number;
  readonly outputs: string;
}

export function stopCommand(): Command {
  return new Command('stop')
    .summary('ask what runs to write checkpoints and stop')
    .description(
      'Ask the runs in a store, on whatever machine they are, to write checkpoints and stop, as Ctrl-C does. Stages ' +
        'whose run has died are asked too. `expc run` goes on from the checkpoints.',
    )
    .addArgument(new Argument('[experiments...]', 'names of experiments, or their files (default: all)'))
    .option('--wait <seconds>', 'until they have stopped, at most so long', positiveInteger)
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, also when nothing runs; 1 when something still runs after the time to wait.

Examples:
  $ expc stop
  $ expc stop quickstart --wait 60`,
    )
    .action(async (names: string[], options: StopOptions) => {
      const { stop } = await import('../actions/stop.js');
      process.exitCode = await stop(names, options);
    });
}
