import { Argument, Command } from 'commander';
import { jsonOption, outputsOption, positiveInteger } from '../options.js';

export interface VerifyOptions {
  readonly delete?: boolean;
  readonly reproduce?: number;
  readonly seed?: number;
  readonly scratch?: string;
  readonly json?: boolean;
  readonly outputs: string;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('check a store by its checksums, or by doing stages again')
    .description(
      'Compare every file of every finished stage with the checksum that was recorded when it was made, every input ' +
        'with what was read then, and every checkpoint of an unfinished stage with its own. With `--reproduce` finished ' +
        'stages, drawn at random, are done again in a folder of their own and compared byte for byte. Pictures that data ' +
        'sets leave in files outside the store are read by `expc data verify`.',
    )
    .addArgument(new Argument('[stages...]', 'only these (`clean-5859ca3ec183`, or the beginning of it)'))
    .option('--delete', 'remove what is damaged, so that the next run makes it again')
    .option('--reproduce <number>', 'do so many finished stages again', positiveInteger)
    .option('--seed <number>', 'of the draw (default: 1)', positiveInteger)
    .option('--scratch <folder>', 'where they are done again (default: the system’s temporary folder)')
    .addOption(jsonOption('what was found'))
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0 when all is as it was recorded, 1 when something is not.

Examples:
  $ expc verify
  $ expc verify pretrain --delete           damaged pre-trainings are made again by the next run
  $ expc verify --reproduce 3`,
    )
    .action(async (stages: string[], options: VerifyOptions) => {
      const { verify } = await import('../actions/verify.js');
      process.exitCode = await verify(stages, options);
    });
}
