import { Command } from 'commander';
import { outputsOption, setOption } from '../options.js';

export interface ReportOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly out?: string;
  readonly diff?: string;
}

export function reportCommand(): Command {
  return new Command('report')
    .summary('write one HTML page about an experiment')
    .description(
      'Write one self-contained HTML page about an experiment as far as it is done: figures to point at, tables, ' +
        'runs, training curves, triggered pictures, what was run and with what, failures. It needs no network and ' +
        'can be sent to anybody.',
    )
    .argument('<file>', 'the experiment')
    .option('--out <file>', 'where to write it (default: outputs/experiments/<name>/report.html)')
    .option(
      '--diff <other>',
      'also show how it differs from another experiment: what `expc diff OTHER FILE` takes',
    )
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when a file has an error.

Examples:
  $ expc report experiments/quickstart.yaml
  $ expc report --out quickstart.html --diff experiments/quickstart-cut.yaml experiments/quickstart.yaml`,
    )
    .action(async (file: string, options: ReportOptions) => {
      const { report } = await import('../actions/report.js');
      process.exitCode = await report(file, options);
    });
}
