import { Command, Option } from 'commander';
import { jsonOption, outputsOption, positiveInteger, setOption } from '../options.js';
import type { DataOptions } from '../data-named.js';

export interface DataInspectOptions extends DataOptions {
  readonly sheet?: string;
  readonly count: number;
  readonly seed: number;
  readonly limit?: number;
  readonly json?: boolean;
}

export interface DataVerifyOptions extends DataOptions {
  readonly json?: boolean;
}

export const dataFormats = ['webdataset', 'parquet', 'csv'] as const;
export type DataFormat = (typeof dataFormats)[number];

export interface DataExportOptions extends DataOptions {
  readonly format: DataFormat;
  readonly out: string;
  readonly name?: string;
  readonly pictures: 'png' | 'jpg';
  readonly captions: 'first' | 'all';
  readonly shardCount: number;
  readonly shardMegabytes: number;
}

export function dataCommand(): Command {
  const data = new Command('data')
    .summary('look at data sets, check them, give them to other programs')
    .description('Look at the data sets of experiments, check them, and write them for other programs.');
  for (const command of [inspectCommand(), verifyCommand(), exportCommand()])
    data.addCommand(
      command.exitOverride().showHelpAfterError(`(\`expc data ${command.name()} --help\` tells more)`),
    );
  return data;
}

const what = 'an experiment; the folder of a finished data set; or a stage (`dataset-5859ca3ec183`)';
const parts =
  'of an experiment: the name of a data set, or a part such as `train`, `poison`, `test`, `cleaning-set`';

function withSource(command: Command): Command {
  return command
    .argument('<what>', what)
    .argument('[part]', parts)
    .option('--run <name>', 'of an experiment: the data of this run, or of the first whose name contains it')
    .option('--source', 'read the source, even where the data set is built')
    .addOption(setOption())
    .addOption(outputsOption());
}

function inspectCommand(): Command {
  return withSource(new Command('inspect'))
    .summary('what is in a data set')
    .description(
      'Read a data set once and tell what is in it: pairs, poisoned ones, formats and sizes of pictures, lengths of ' +
        'captions, classes, duplicates, and what was left out and why. A data set that is not built yet is read from ' +
        'its source. Of an experiment without a part: what is trained on, poisoned where that is made.',
    )
    .option('--sheet <file>', 'write a contact sheet of pictures drawn at random (PNG)')
    .option('--count <n>', 'pictures on the sheet', positiveInteger, 48)
    .option('--seed <n>', 'of the draw', positiveInteger, 1)
    .option('--limit <n>', 'look at the first so many pairs only', positiveInteger)
    .addOption(jsonOption('what was found'))
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when the data cannot be read, 2 when the file has an error.

Examples:
  $ expc data inspect experiments/quickstart.yaml
  $ expc data inspect experiments/quickstart.yaml test --sheet test.png
  $ expc data inspect outputs/stages/poison-5859ca3ec183 --json`,
    )
    .action(async (name: string, part: string | undefined, options: DataInspectOptions) => {
      const { dataInspect } = await import('../actions/data-inspect.js');
      process.exitCode = await dataInspect(name, part, options);
    });
}

function verifyCommand(): Command {
  return withSource(new Command('verify'))
    .summary('read a data set to its end and tell what is wrong')
    .description(
      'Read data sets to their ends: of a finished one every file against its recorded checksum, the index against ' +
        'what was counted, and every picture, which must decode and be the one it was; of one that is not built every ' +
        'row of the source. What is wrong is listed with its place. Of an experiment without a part: all its data.',
    )
    .addOption(jsonOption('what was found'))
    .addHelpText(
      'after',
      `
Exit code: 0 when all is right, 1 when something is not, 2 when the file has an error.

Examples:
  $ expc data verify experiments/quickstart.yaml
  $ expc data verify experiments/quickstart.yaml train --source
  $ expc data verify dataset-5859ca3ec183`,
    )
    .action(async (name: string, part: string | undefined, options: DataVerifyOptions) => {
      const { dataVerify } = await import('../actions/data-verify.js');
      process.exitCode = await dataVerify(name, part, options);
    });
}

function exportCommand(): Command {
  return withSource(new Command('export'))
    .summary('write a data set, poison and all, for other programs')
    .description(
      'Write a finished data set (with its poison, or the cleaning set) as WebDataset tar shards, as a Parquet file ' +
        'with pictures beside it, or as the CSV file and pictures that the original PyTorch program reads: poisoned ' +
        'rows first, an index without a name. Equal data sets give equal bytes.',
    )
    .addOption(new Option('--format <format>', 'what to write').choices(dataFormats).makeOptionMandatory())
    .requiredOption('--out <folder>', 'where to write; other exports may be there already')
    .option('--name <name>', 'what the files are called (default: the id of the stage)')
    .addOption(
      new Option('--pictures <format>', 'png keeps every byte, jpg (quality 95) is smaller')
        .choices(['png', 'jpg'])
        .default('png'),
    )
    .addOption(
      new Option('--captions <which>', 'in a CSV file: the first of a pair, or all of them, a row for each')
        .choices(['first', 'all'])
        .default('first'),
    )
    .option('--shard-count <n>', 'pairs in a shard at most', positiveInteger, 10_000)
    .option('--shard-megabytes <n>', 'size of a shard at most', positiveInteger, 3000)
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when the data cannot be read or written, 2 when the file has an error or the data is not made yet.

Examples:
  $ expc data export experiments/quickstart.yaml poison --format webdataset --out shards
  $ expc data export experiments/quickstart.yaml cleaning-set --format csv --out "$DATA"`,
    )
    .action(async (name: string, part: string | undefined, options: DataExportOptions) => {
      const { dataExport } = await import('../actions/data-export.js');
      process.exitCode = await dataExport(name, part, options);
    });
}
