import { Command, Option } from 'commander';
import { tableFormats, type TableFormat } from '../../report/table/format-names.js';
import { outputsOption, percentages, setOption } from '../options.js';
import { withBounds, type BoundsOptions } from '../bounds.js';

export interface TableOptions extends BoundsOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly from?: string;
  readonly format: TableFormat;
  readonly limits?: readonly number[];
  readonly rows?: string;
}

export function tableCommand(): Command {
  const command = new Command('table')
    .summary('print the best accuracy under limits on the attack success rate')
    .description(
      'Print the tables of an experiment from what its runs have measured so far, or from imported results. An ' +
        'experiment without a table gets one: a row for each combination of its named variants.',
    )
    .argument('<file>', 'the experiment')
    .argument('[names...]', 'names of tables (default: all)')
    .addOption(new Option('--format <format>', 'form of the table').choices(tableFormats).default('text'))
    .option('--limits <percentages>', 'limits on the ASR, in percent: 5,10', percentages)
    .option('--rows <axes>', 'axes whose combinations are the rows, separated by commas')
    .option('--from <import>', 'the results of an import (`expc import`) instead of the runs');
  return withBounds(command)
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when a table cannot be made, 2 when the file has an error.

Examples:
  $ expc table experiments/quickstart.yaml
  $ expc table experiments/quickstart.yaml --limits 1,5,10 --format latex > best.tex
  $ expc table experiments/paper/cc3m.yaml --from published`,
    )
    .action(async (file: string, names: string[], options: TableOptions) => {
      const { table } = await import('../actions/table.js');
      process.exitCode = table(file, names, options);
    });
}
