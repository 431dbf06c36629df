import { Argument, Command } from 'commander';
import {
  deviceOption,
  jobsOption,
  jsonOption,
  outputsOption,
  positiveNumber,
  setOption,
  threadsOption,
} from '../options.js';

export interface BenchOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly jobs?: number;
  readonly threads?: number;
  readonly device?: readonly string[];
  readonly seconds: number;
  readonly json?: boolean;
}

export function benchCommand(): Command {
  return new Command('bench')
    .summary('measure how fast this machine trains, and what it has room for')
    .description(
      'Train for a few seconds and tell the time of a step, pictures per second, memory, what is the limit (compute, ' +
        'data, memory), the largest batch that fits, and which settings help. Of an experiment: each different ' +
        'training in it, on its own data where they are done. Without one: four models that are common. Each ' +
        'measurement is a process of its own, as a stage is. They are kept for `expc plan --estimate`.',
    )
    .addArgument(new Argument('[file]', 'an experiment'))
    .option('--seconds <number>', 'time for the steps of each measurement', positiveNumber, 2)
    .addOption(threadsOption())
    .addOption(jobsOption())
    .addOption(deviceOption())
    .addOption(jsonOption('{machine, fingerprint, kept, cases}'))
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when nothing could be measured, 2 when the file or the call is wrong, 130 when interrupted.

Examples:
  $ expc bench
  $ expc bench experiments/quickstart.yaml
  $ expc bench --device cpu --threads 8 experiments/paper/cc6m.yaml
  $ expc bench --json | jq '.cases[] | {name, limit, rate: .step.pictures_per_second}'`,
    )
    .action(async (file: string | undefined, options: BenchOptions) => {
      const { bench } = await import('../actions/bench.js');
      process.exitCode = await bench(file, options);
    });
}
