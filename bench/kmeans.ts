/**
 * Spherical k-means of random unit vectors against faiss-cpu's, on the same points in the same run:
 * npm run bench:kmeans [-- <points> <dim> <clusters> <iterations> <groups|spread>]
 *
 * `groups` come to rest after some iterations; `spread` points, whose directions have less and less share as those of
 * trained embeddings do, hardly do.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { assign, sphericalKMeans } from '../runtime/cluster/kmeans.js';
import { stream } from '../runtime/random/stream.js';
import { pythonWith } from './support/venv.js';

const given = process.argv.slice(2, 6).map(Number);
const [rows, dim, clusters, iterations] = [100_000, 1024, 1000, 20].map((value, i) => given[i] ?? value) as [
  number,
  number,
  number,
  number,
];

const spread = process.argv[6] === 'spread';

/** Unit rows around `clusters / 2` directions, or with coordinates whose deviation falls with a power of their place. */
function points(): Float32Array {
  const random = stream(1, 'bench-k-means');
  const directions = Float32Array.from({ length: Math.max(1, clusters >> 1) * dim }, () => random.normal());
  const all = new Float32Array(rows * dim);
  for (let row = 0; row < rows; row++) {
    const from = random.int(directions.length / dim) * dim;
    let square = 0;
    for (let d = 0; d < dim; d++) {
      const value = spread
        ? random.normal() * (d + 1) ** -0.7
        : directions[from + d]! + 1.5 * random.normal();
      all[row * dim + d] = value;
      square += value * value;
    }
    const length = Math.sqrt(square);
    for (let d = 0; d < dim; d++) all[row * dim + d]! /= length;
  }
  return all;
}

/** Mean of each point's largest inner product with the centroids. */
function tightness(all: Float32Array, centroids: Float32Array): number {
  const labels = assign(all, centroids, dim);
  let sum = 0;
  for (let row = 0; row < rows; row++)
    for (let d = 0; d < dim; d++) sum += all[row * dim + d]! * centroids[labels[row]! * dim + d]!;
  return sum / rows;
}

interface FaissAnswer {
  readonly version: string;
  readonly seconds: number;
  readonly busy: number;
  readonly tightness: number;
  readonly threads: number;
}

async function faiss(file: string): Promise<FaissAnswer> {
  const python = await pythonWith('faiss', 'faiss-cpu==1.15.1', 'numpy');
  const script = fileURLToPath(new URL('../../bench/peer/kmeans.py', import.meta.url));
  const { stdout } = await execa(python, [script, file, ...[rows, dim, clusters, iterations].map(String)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as FaissAnswer;
}

const all = points();
const folder = mkdtempSync(join(tmpdir(), 'expc-kmeans-'));
try {
  const file = join(folder, 'points.f32');
  writeFileSync(file, new Uint8Array(all.buffer));
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const processor = process.cpuUsage();
  const { centroids } = sphericalKMeans(all, dim, {
    clusters,
    iterations,
    pointsPerCentroid: 256,
    random: stream(2, 'bench-k-means'),
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const busy = (user + system) / 1e6;
  const added = process.resourceUsage().maxRSS * 1024 - before;
  console.log(
    `${rows} x ${dim} points (${spread ? 'spread' : 'groups'}), ${clusters} clusters, ${iterations} iterations`,
  );
  const ours = tightness(all, centroids);
  console.log(
    `expc:  ${seconds.toFixed(1)} s (processor ${busy.toFixed(1)} s), mean similarity ${ours.toFixed(5)}, ${(added / 2 ** 20).toFixed(0)} MB beyond the points`,
  );
  const peer = await faiss(file);
  console.log(
    `faiss-cpu ${peer.version}: ${peer.seconds.toFixed(1)} s (processor ${peer.busy.toFixed(1)} s), mean similarity ${peer.tightness.toFixed(5)}, ${peer.threads} threads`,
  );
  console.log(
    `expc takes ${(seconds / peer.seconds).toFixed(2)} times as long, ${(busy / peer.busy).toFixed(2)} times the processor`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
