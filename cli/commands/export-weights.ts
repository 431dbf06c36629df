import { Command, Option } from 'commander';
import { weightForms, type WeightForm } from '../../runtime/weights/forms.js';

export interface ExportOptions {
  readonly form?: WeightForm;
}

export function exportWeightsCommand(): Command {
  return new Command('export-weights')
    .summary('write a checkpoint’s weights for another program')
    .description(
      'Write weights for PyTorch programs. `study` is {epoch, name, state_dict, optimizer} as the study’s training ' +
        'writes and reads it, `study-parallel` the same with `module.` before every name, `openai` a TorchScript ' +
        'archive as OpenAI published them (half precision where those have it), `open-clip` {epoch, name, ' +
        'state_dict}. The optimizer’s moments are kept where the form has a place for them.',
    )
    .argument('<source>', 'a checkpoint’s folder, a stage’s (its newest checkpoint), or a file of weights')
    .argument('<out>', 'the file to write')
    .addOption(
      new Option('--form <form>', 'default: safetensors for a file of that name, otherwise study').choices(
        weightForms,
      ),
    )
    .addHelpText(
      'after',
      `
Exit code: 0, or 1 when the source cannot be read.

Examples:
  $ expc export-weights outputs/stages/pretrain-0123456789ab epoch_20.pt
  $ expc export-weights outputs/stages/clean-0123456789ab/checkpoints/epoch-0010 clean.safetensors`,
    )
    .action(async (source: string, out: string, options: ExportOptions) => {
      const { exportTo } = await import('../actions/export-weights.js');
      process.exitCode = exportTo(source, out, options);
    });
}
