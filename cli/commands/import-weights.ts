import { Command } from 'commander';

export interface ImportOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export function importWeightsCommand(): Command {
  return new Command('import-weights')
    .summary('read weights of another program, say what they are, and convert them')
    .description(
      'Read a file of weights: safetensors, a PyTorch checkpoint (of the study, with or without `module.`, of ' +
        'open_clip, or a bare state_dict), or one of OpenAI’s published archives. Say of which model they are, in the ' +
        'form that an experiment takes; with --out write them as safetensors under OpenAI’s names, all in float32. ' +
        'Nothing in the file is executed.',
    )
    .argument(
      '<file>',
      'the file of weights; also a checkpoint’s folder, or a stage’s (its newest checkpoint)',
    )
    .option('--out <file>', 'write them here, as safetensors')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Exit code: 0, or 1 when the file cannot be read or holds no CLIP model.

Examples:
  $ expc import-weights RN50.pt
  $ expc import-weights epoch_2.pt --out weights.safetensors`,
    )
    .action(async (file: string, options: ImportOptions) => {
      const { importWeights } = await import('../actions/import-weights.js');
      process.exitCode = importWeights(file, options);
    });
}
