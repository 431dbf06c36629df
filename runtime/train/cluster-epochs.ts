import { setImmediate } from 'node:timers/promises';
import type { TrainingConfig } from '../../schema/stages/training.js';
import { sphericalKMeans } from '../cluster/kmeans.js';
import { openDataset } from '../data/artifact/open.js';
import type { PairDataset } from '../data/dataset.js';
import { pictures } from '../evaluate/pictures.js';
import { StageFailure, StageInterrupted, type StageContext } from '../execute/context.js';
import { clustering as clusteringLoss, headArray } from '../objective/heads.js';
import { stream } from '../random/stream.js';
import { float32Array } from '../store/array.js';
import { freshLossArrays } from './begin-losses.js';
import type { Engine } from './engine.js';

/** What clustering the pictures of a training takes. */
export interface EpochClustering {
  readonly context: Pick<StageContext, 'log' | 'progress' | 'stopRequested'>;
  readonly config: TrainingConfig;
  /** Folder of the data set trained on. */
  readonly data: string;
  readonly engine: Engine;
}

/**
 * Before an epoch of deep clustering: embeds all pictures un-augmented and in order, clusters the embeddings, and gives
 * the loss new centroids and a fresh head, drawn for the epoch.
 *
 * @throws {StageFailure} if there are fewer embeddings than centroids
 * @throws {StageInterrupted} when asked to stop; nothing is lost, the epoch has not begun
 */
export async function clusterBeforeEpoch(training: EpochClustering, epoch: number): Promise<void> {
  const { config, engine, context } = training;
  const { clusters, iterations, points_per_centroid: pointsPerCentroid } = config.clustering!;
  const data = openDataset(training.data);
  try {
    const embedded = await embedAll(training, data, epoch);
    const rows = embedded.length / config.model.embed_dim;
    if (rows < clusters)
      throw new StageFailure(
        `${rows} embedded pictures cannot make ${clusters} clusters`,
        'lower clustering.clusters, or clustering.batch_size: an incomplete batch at the end is left out',
      );
    const random = stream(config.seed, 'clustering', epoch);
    const { centroids, objective } = sphericalKMeans(embedded, config.model.embed_dim, {
      clusters,
      iterations,
      pointsPerCentroid,
      random,
    });
    const loss = clusteringLoss({ dim: config.model.embed_dim, classes: clusters });
    const arrays = freshLossArrays(loss, config.seed, `epoch ${epoch}`);
    const shape = [clusters, config.model.embed_dim];
    arrays.set(headArray('clustering', 'centroids'), float32Array(centroids, shape));
    engine.setLoss('clustering', arrays);
    const mean =
      objective.length === 0 ? 1 : objective.at(-1)! / Math.min(rows, clusters * pointsPerCentroid);
    context.log(
      `epoch ${epoch + 1}: ${rows} pictures in ${clusters} clusters, mean similarity ${mean.toFixed(4)}`,
    );
  } finally {
    data.close();
  }
}

/** Embeddings of all pictures; in training mode without the last incomplete batch, as the study. */
async function embedAll(
  { config, engine, context }: EpochClustering,
  data: PairDataset,
  epoch: number,
): Promise<Float32Array> {
  const { model, clustering } = config;
  const { batch_size: batch, embedding } = clustering!;
  const rows = embedding === 'training' ? data.size - (data.size % batch) : data.size;
  const all = new Float32Array(rows * model.embed_dim);
  for (let start = 0; start < rows; start += batch) {
    await setImmediate(); // lets a signal through
    if (context.stopRequested()) throw new StageInterrupted('stopped while pictures were clustered');
    const count = Math.min(batch, rows - start);
    const numbers = Array.from({ length: count }, (_, i) => start + i);
    const images = await pictures(data, model.image.resolution, numbers).read(0, count);
    all.set(await engine.embedForClustering(images, count), start * model.embed_dim);
    context.progress({
      fraction: epoch / config.epochs,
      note: `clustering: ${start + count} of ${rows} pictures embedded`,
    });
  }
  return all;
}
