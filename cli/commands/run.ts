import { Command, Option } from 'commander';
import {
  deviceOption,
  jobsOption,
  outputsOption,
  positiveInteger,
  repeatable,
  setOption,
  threadsOption,
} from '../options.js';

export interface RunOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly jobs?: number;
  readonly threads?: number;
  readonly device?: readonly string[];
  readonly waitForGpus?: boolean;
  readonly order?: 'given' | 'interleaved';
  readonly only?: readonly string[];
  readonly extend?: boolean;
  readonly failFast?: boolean;
  readonly retries?: number;
  readonly plain?: boolean;
  readonly dryRun?: boolean;
  readonly launcher: 'local' | 'slurm';
  readonly detach?: boolean;
}

export function runCommand(): Command {
  return new Command('run')
    .summary('do what experiments need, and draw their figures')
    .description(
      'Carry out an experiment: every stage that is not done yet, in the order in which they need each other, then ' +
        'its figures and tables. What is done is not done again. After any stop (Ctrl-C, a crash, a reboot) the same ' +
        'command goes on from the last checkpoint; the results are those of an uninterrupted run, bit for bit.',
    )
    .argument('<files...>', 'experiment files, or folders of them: one after the other')
    .addOption(setOption())
    .addOption(outputsOption())
    .addOption(jobsOption())
    .addOption(deviceOption())
    .option(
      '--wait-for-gpus',
      'start a stage only on a GPU that nobody else computes on, and wait where all are taken',
    )
    .addOption(
      new Option('--order <which>', 'of the runs: as they are given, or spread over the grid').choices([
        'given',
        'interleaved',
      ]),
    )
    .addOption(threadsOption())
    .addOption(
      repeatable(
        '--only <what>',
        'only this, with what it needs: an ablation, a run (or part of its name), a stage (`clean-5859ca3ec183`), a kind of stages (`pretrain`), or `failed`; any number of times',
      ),
    )
    .option(
      '--extend',
      'let a pre-training that is not done go on from the longest shorter one that is (see docs/running.md)',
    )
    .option('--fail-fast', 'start nothing more once a stage has failed')
    .option('--retries <number>', 'try a stage that crashed again, so many times', positiveInteger)
    .option('--plain', 'plain lines instead of the live view, also on a terminal')
    .addOption(
      new Option('--launcher <where>', 'on this machine, or as jobs of a Slurm cluster')
        .choices(['local', 'slurm'])
        .default('local'),
    )
    .option('--detach', 'with Slurm: end as soon as the jobs are submitted')
    .option(
      '--dry-run',
      'only show what would be done, as `expc plan` does; with Slurm the scripts of the jobs',
    )
    .addHelpText(
      'after',
      `
Exit code: 0 when all is done, 1 when a stage failed, 2 when the file has an error, 130 when interrupted.

Examples:
  $ expc run experiments/quickstart.yaml
  $ expc run --jobs 4 experiments/quickstart.yaml
  $ expc run experiments/emoji                                         all of a folder; what they share is done once
  $ expc run --set pretrain.epochs=20 experiments/quickstart.yaml      a changed value makes new stages
  $ expc run --only pretrain experiments/quickstart.yaml               the pre-trainings only
  $ expc run --extend --set pretrain.epochs=20 experiments/quickstart.yaml   go on from the 10 that are done
  $ expc run --only failed experiments/quickstart.yaml                 what failed before
  $ expc run --launcher slurm --detach experiments/quickstart.yaml     as jobs of a cluster`,
    )
    .action(async (files: string[], options: RunOptions) => {
      const { run } = await import('../actions/run.js');
      process.exitCode = await run(files, options);
    });
}
