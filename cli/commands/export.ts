import { Command, Option } from 'commander';
import { outputsOption, repeatable, setOption } from '../options.js';
import { withBounds, type BoundsOptions } from '../bounds.js';

export interface ExportOptions extends BoundsOptions {
  readonly set?: readonly string[];
  readonly outputs: string;
  readonly format?: readonly string[];
  readonly out?: string;
  readonly mlflow?: string;
}

export const exportFormats = ['csv', 'parquet', 'tensorboard', 'mlflow'] as const;

export function exportCommand(): Command {
  const command = new Command('export')
    .summary('give results to other programs: pandas, TensorBoard, MLflow')
    .description(
      'Write what the runs of an experiment have measured so far for other programs: CSV and Parquet files (runs.*, ' +
        'metrics.*, starts.*, trainings.*), TensorBoard event files, or runs on an MLflow server. What TensorBoard or MLflow ' +
        'got before, while it ran or by an earlier export, is not sent again.',
    )
    .argument('<file>', 'the experiment')
    .addOption(
      repeatable('--format <format>', `${exportFormats.join(', ')}; any number of times (default: csv)`),
    )
    .option(
      '--out <folder>',
      'where to write (default: outputs/experiments/<name>/export, outputs/tensorboard/<name>)',
    )
    .addOption(new Option('--mlflow <url>', 'address of the MLflow server').env('MLFLOW_TRACKING_URI'));
  return withBounds(command)
    .addOption(setOption())
    .addOption(outputsOption())
    .addHelpText(
      'after',
      `
Exit code: 0, 1 when a tracker refuses, 2 when the file has an error.

Examples:
  $ expc export experiments/quickstart.yaml
  $ expc export --format parquet --out results experiments/quickstart.yaml
  $ expc export --format tensorboard experiments/quickstart.yaml
  $ expc export --format mlflow --mlflow http://127.0.0.1:5000 experiments/quickstart.yaml`,
    )
    .action(async (file: string, options: ExportOptions) => {
      const { exportResults } = await import('../actions/export.js');
      process.exitCode = await exportResults(file, options);
    });
}
