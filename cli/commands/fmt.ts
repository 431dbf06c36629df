import { Command } from 'commander';

export interface FmtOptions {
  readonly check?: boolean;
}

export function fmtCommand(): Command {
  return new Command('fmt')
    .summary('give YAML files one form')
    .description(
      'Rewrite experiments and templates in one form: indentation, spaces, line length, quotes. Comments, the order of ' +
        'keys and the values stay; a file that is in form already is not touched.',
    )
    .argument('<files...>', 'YAML files, or folders of them')
    .option('--check', 'change nothing; the exit code is 1 when a file is not in form')
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when --check finds a file that is not in form, 2 when a file is not YAML.

Examples:
  $ expc fmt experiments/ templates/
  $ expc fmt --check experiments/`,
    )
    .action(async (files: string[], options: FmtOptions) => {
      const { fmt } = await import('../actions/fmt.js');
      process.exitCode = await fmt(files, options);
    });
}
