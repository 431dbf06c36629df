import { Argument, Command } from 'commander';
import { outputsOption, repeatable } from '../options.js';

export interface ImportOptions {
  readonly outputs: string;
  readonly name?: string;
  readonly column?: readonly string[];
  readonly percent?: boolean;
  readonly experiment?: string;
  readonly ablation?: string;
}

export type ImportKind = 'published' | 'csv' | 'wandb';
const kinds: readonly ImportKind[] = ['published', 'csv', 'wandb'];

export function importCommand(): Command {
  return new Command('import')
    .summary("read other tools' results into the store")
    .description(
      "Read results of other tools into the store, as runs with parameters: the study's published metrics " +
        '(`published`, a folder), a CSV file of evaluations (`csv`), or histories exported from Weights & Biases ' +
        '(`wandb`, a folder or file). `expc figure --from` and `expc table --from` show them.',
    )
    .addArgument(new Argument('<kind>', 'what it is').choices(kinds))
    .argument('<path>', 'file or folder')
    .option('--name <name>', 'name of the import (default: the kind, or the name of the file)')
    .addOption(
      repeatable(
        '--column <column=name>',
        'what a column is here: `Top-1=accuracy.top1`; any number of times',
      ),
    )
    .option('--percent', 'shares are in percent, not 0..1')
    .option('--experiment <name>', 'only figures of this experiment may show the runs')
    .option('--ablation <name>', 'the ablation that the runs belong to')
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when nothing can be read.

Examples:
  $ expc import published cleanclip-metrics/
  $ expc import csv results.csv --column 'Top-1=accuracy.top1' --column 'ASR=asr.top1' --percent
  $ expc import wandb histories/ --name cleanings --column epoch=epoch`,
    )
    .action(async (kind: ImportKind, path: string, options: ImportOptions) => {
      const { importResults } = await import('../actions/import.js');
      process.exitCode = importResults(kind, path, options);
    });
}
