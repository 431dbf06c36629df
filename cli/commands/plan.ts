import { Argument, Command } from 'commander';
import { deviceOption, jobsOption, jsonOption, outputsOption, setOption, threadsOption } from '../options.js';

export interface PlanOptions {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly estimate?: boolean;
  readonly jobs?: number;
  readonly threads?: number;
  readonly device?: readonly string[];
}

export function planCommand(): Command {
  return new Command('plan')
    .summary('show the runs of experiments, and what is left to do')
    .description(
      'Show what `expc run` would do: the runs, by the values that vary, and the stages they share, with what is ' +
        'done already, what is to do and what failed before. Nothing is run. With several files, work that they ' +
        'share is counted once.',
    )
    .addArgument(new Argument('<files...>', 'experiment files, or folders of them'))
    .option('--all', 'show every run of large ablations, not the first 200')
    .addOption(jsonOption('{runs, stages, ablations}'))
    .option('--estimate', 'also how long what is left takes on this machine, and what that rests on')
    .addOption(jobsOption())
    .addOption(threadsOption())
    .addOption(deviceOption())
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, or 2 when a file has an error.

Examples:
  $ expc plan experiments/quickstart.yaml
  $ expc plan experiments/paper/                  several experiments, and the stages they share
  $ expc plan --estimate experiments/quickstart.yaml      hours, by finished stages like these and by expc bench
  $ expc plan --json experiments/quickstart.yaml | jq '.stages[] | select(.status == "new") | .id'
  $ expc explain experiments/quickstart.yaml clean-5859ca3ec183     why a stage is to do`,
    )
    .action(async (files: string[], options: PlanOptions) => {
      const { plan } = await import('../actions/plan.js');
      process.exitCode = await plan(files, options);
    });
}
