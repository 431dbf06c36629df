import { Command } from 'commander';
import { outputsOption, setOption } from '../options.js';

export interface ExplainOptions {
  readonly run?: string;
  readonly set?: readonly string[];
  readonly outputs: string;
}

export function explainCommand(): Command {
  return new Command('explain')
    .summary('explain an error code, a value, or why a stage is to do')
    .description(
      'Explain\n' +
        '  an error code:  what it means, with a wrong and a right example\n' +
        '  a value:        every place it came from and what it replaced, and what its key means\n' +
        '  a stage:        how it stands; if it is to do, what differs from the nearest stage that is done',
    )
    .argument('<code-or-file>', 'an error code (EXPC201), or an experiment')
    .argument(
      '[path-or-stage]',
      'path of a value (clean.optimizer.lr), or id of a stage (clean-5859ca3ec183)',
    )
    .option('--run <name>', 'the value in this run, or in the first whose name contains it')
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Examples:
  $ expc explain EXPC201
  $ expc explain experiments/quickstart.yaml clean.optimizer.lr
  $ expc explain experiments/quickstart.yaml clean.objective --run cleaning=mmcl
  $ expc explain experiments/quickstart.yaml clean-5859ca3ec183`,
    )
    .action(async (subject: string, detail: string | undefined, options: ExplainOptions) => {
      const { explain } = await import('../actions/explain.js');
      process.exitCode = explain(subject, detail, options);
    });
}
