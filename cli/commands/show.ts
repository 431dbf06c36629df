import { Command } from 'commander';
import { setOption } from '../options.js';

export interface ShowOptions {
  readonly run?: string;
  readonly origins?: boolean;
  readonly json?: boolean;
  readonly set?: readonly string[];
}

export function showCommand(): Command {
  return new Command('show')
    .summary('print an experiment with everything filled in')
    .description(
      'Print the resolved document: what it extends merged in, references replaced, defaults filled in. With --run ' +
        'the document of one run, its axes applied.',
    )
    .argument('<file>', 'the experiment')
    .option(
      '--run <name>',
      'the document of this run (names: `expc plan --json`), or of the first whose name contains it',
    )
    .option('--origins', 'say of every value where it comes from')
    .option('--json', 'print JSON, not YAML')
    .addOption(setOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when the file has an error.

Examples:
  $ expc show experiments/quickstart.yaml
  $ expc show --origins experiments/quickstart.yaml
  $ expc show --run pretraining=mmcl+ssl,cleaning=mmcl,lr=1e-3 experiments/quickstart.yaml`,
    )
    .action(async (file: string, options: ShowOptions) => {
      const { show } = await import('../actions/show.js');
      process.exitCode = show(file, options);
    });
}
