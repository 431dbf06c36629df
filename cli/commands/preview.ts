import { Command } from 'commander';
import { positiveInteger, setOption } from '../options.js';

export interface PreviewOptions {
  readonly run?: string;
  readonly out: string;
  readonly count: number;
  readonly set?: readonly string[];
}

export function previewCommand(): Command {
  return new Command('preview')
    .summary('show what the attack of an experiment does to pictures')
    .description(
      'Put the triggers of an experiment on the first pictures of its training data and write a contact sheet: clean, ' +
        'triggered, and what changed. Nothing is trained or stored.',
    )
    .argument('<file>', 'the experiment')
    .option('--run <name>', 'the attack of this run, or of the first whose name contains it')
    .option('--out <file>', 'the picture to write', 'preview.png')
    .option('--count <n>', 'pictures', positiveInteger, 8)
    .addOption(setOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when pictures cannot be read, 2 when the file has an error or there is no attack.

Examples:
  $ expc preview experiments/quickstart.yaml
  $ expc preview experiments/quickstart.yaml --set poison.trigger.location=four-corners --out corners.png`,
    )
    .action(async (file: string, options: PreviewOptions) => {
      const { preview } = await import('../actions/preview.js');
      process.exitCode = await preview(file, options);
    });
}
