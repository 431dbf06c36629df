import { Command } from 'commander';
import { jsonOption, outputsOption } from '../options.js';

export interface GcOptions {
  readonly delete?: boolean;
  readonly resumePoints?: boolean;
  readonly json?: boolean;
  readonly outputs: string;
}

export function gcCommand(): Command {
  return new Command('gc')
    .summary('find stages that no experiment refers to any more')
    .description(
      'List the stages in the store that no experiment refers to, as each was last run, with their sizes. Nothing ' +
        'is removed without `--delete`; what runs is never removed, and what was begun and could be gone on with only ' +
        'when that is asked for.',
    )
    .option('--delete', 'remove them')
    .option('--resume-points', 'also what was begun, is not done, and has checkpoints')
    .addOption(jsonOption('{garbage, spared, bytes}'))
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0; 1 when what experiments refer to cannot be read: then nothing is removed.

Examples:
  $ expc gc                 what could go
  $ expc gc --delete`,
    )
    .action(async (options: GcOptions) => {
      const { gc } = await import('../actions/gc.js');
      process.exitCode = gc(options);
    });
}
