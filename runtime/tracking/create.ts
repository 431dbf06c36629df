import { Mlflow } from './mlflow.js';
import { MlflowClient } from './mlflow-client.js';
import type { TrackerSettings } from './settings.js';
import { TensorBoard } from './tensorboard.js';
import type { Tracker } from './tracker.js';

/** The tracker that settings describe. TensorFlow is loaded only for the one that needs it. */
export async function createTracker(settings: TrackerSettings, mostWriters?: number): Promise<Tracker> {
  if (settings.kind === 'mlflow') return new Mlflow(new MlflowClient(settings.url), settings.experiment);
  process.env.CUDA_VISIBLE_DEVICES = '-1'; // Writing numbers needs no GPU, and must take none from the stages.
  const { tf } = await import('../backend/tensorflow.js');
  return new TensorBoard(settings.folder, (folder) => tf.node.summaryFileWriter(folder), mostWriters);
}
