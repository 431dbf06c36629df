import { Argument, Command, Option } from 'commander';
import { setOption } from '../options.js';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'github';
  readonly set?: readonly string[];
}

export function checkCommand(): Command {
  return new Command('check')
    .summary('find what is wrong in experiments')
    .description(
      'Check experiments: their syntax, keys and values, what they extend, every run of their ablations, ' +
        'and whether it all makes sense together. Nothing is run. Everything that is wrong is told at once, ' +
        'with its place.',
    )
    .addArgument(new Argument('<files...>', 'experiment files, or folders of them'))
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for programs, github for annotations in a workflow',
      )
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .addOption(setOption())
    .addHelpText(
      'after',
      `
Exit code: 0 when all files are fine (warnings are), 2 when one has an error.

Examples:
  $ expc check experiments/quickstart.yaml
  $ expc check experiments/                       every experiment under a folder
  $ expc check --format github experiments/       in continuous integration
  $ expc check --set clean.epochs=0 experiments/quickstart.yaml
  $ expc explain EXPC201                          what an error code means`,
    )
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('../actions/check.js');
      process.exitCode = check(files, options);
    });
}
