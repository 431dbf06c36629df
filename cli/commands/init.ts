import { Command } from 'commander';

export interface InitOptions {
  readonly name?: string;
}

export function initCommand(): Command {
  return new Command('init')
    .summary('start a folder of experiments')
    .description(
      'Make a folder with a first experiment, the templates that it extends, and the line and settings by which ' +
        'editors complete and check them. Files that are there already are never changed.',
    )
    .argument('[folder]', 'the folder; made when missing', '.')
    .option('--name <name>', "the experiment's name", 'first')
    .addHelpText(
      'after',
      `
Examples:
  $ expc init my-study
  $ expc plan my-study/experiments/first.yaml`,
    )
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('../actions/init.js');
      process.exitCode = init(folder, options);
    });
}
