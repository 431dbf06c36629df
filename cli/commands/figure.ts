import { Command } from 'commander';
import { outputsOption, positiveInteger, setOption } from '../options.js';
import { withBounds, type BoundsOptions } from '../bounds.js';

export interface FigureOptions extends BoundsOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly from?: string;
  readonly to?: string;
  readonly watch?: boolean;
  readonly every: number;
}

export function figureCommand(): Command {
  const command = new Command('figure')
    .summary('draw the figures of an experiment from what is measured so far')
    .description(
      'Draw the figures of an experiment from what its runs have measured so far, or from imported results. A figure ' +
        'is drawn again only when something that it shows has changed. What is missing is said, in the figure too.',
    )
    .argument('<file>', 'the experiment')
    .argument('[names...]', 'names of figures (default: all)')
    .option('--from <import>', 'draw the results of an import (`expc import`) instead of the runs')
    .option('--to <folder>', 'write the files there (default: outputs/experiments/<name>/figures)')
    .option('--watch', 'go on, and draw again what changes, until all runs are done')
    .option('--every <seconds>', 'with --watch: look so often', positiveInteger, 5);
  return withBounds(command)
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when a figure cannot be drawn, 2 when the file has an error.

Examples:
  $ expc figure experiments/quickstart.yaml
  $ expc figure experiments/quickstart.yaml accuracy-vs-asr --watch
  $ expc figure experiments/paper/cc3m.yaml main --from published --to figures`,
    )
    .action(async (file: string, names: string[], options: FigureOptions) => {
      const { figure } = await import('../actions/figure.js');
      process.exitCode = await figure(file, names, options);
    });
}
