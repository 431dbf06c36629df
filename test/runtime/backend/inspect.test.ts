import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { inspectBackend } from '../../../runtime/backend/inspect.js';
import { tf } from '../../../runtime/backend/tensorflow.js';

it('reports the TensorFlow in use and measures it, leaving no tensor behind', () => {
  const before = tf.memory().numTensors;
  const report = inspectBackend();
  expect(report.tensorflow).toMatch(/^2\.20\.\d/);
  expect(report.tfjs).toBe('4.22.0');
  expect(report.node).toBe(process.versions.node);
  expect(report.devices.length).toBeGreaterThan(0);
  expect(report.threads).toBeGreaterThan(0);
  expect(report.threads).toBeLessThanOrEqual(
    Math.max(availableParallelism(), Number(process.env.TF_NUM_INTRAOP_THREADS ?? 0)),
  );
  if (process.platform === 'linux') expect(report.library).toMatch(/libtensorflow_cc\.so\.2$/);
  expect(report.gflops).toBeGreaterThan(0.5);
  expect(report.gflops).toBeLessThan(1e6);
  expect(tf.memory().numTensors).toBe(before);
});
