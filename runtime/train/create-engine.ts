import { NotRecordable } from '../backend/graph/recorder.js';
import { StageFailure } from '../execute/context.js';
import { peerGpus } from '../execute/own-devices.js';
import { EagerEngine } from './eager.js';
import type { BatchSizes, Engine, EngineConfig } from './engine.js';
import { GraphEngine } from './graph/engine.js';
import { ParallelEngine } from './parallel/engine.js';
import { partSizes } from './parallel/exchange.js';

/**
 * An engine of the model; call `initialize` or `writeState` before anything else. It runs a recorded graph, or, where
 * EXPC_ENGINE=eager asks for it or something cannot be recorded, the operations one by one; `log` is told which.
 *
 * @throws {StageFailure} if the model's numbers do not fit each other, or less than float32, or several devices, are asked
 *   of the eager engine
 */
export function createEngine(config: EngineConfig, sizes: BatchSizes, log: (line: string) => void): Engine {
  const { devices = 1 } = sizes;
  const eager = (why: string) => {
    if (config.precision !== undefined)
      throw new StageFailure(
        `a precision of ${config.precision} needs the recorded graph, which is not used: ${why}`,
        'set precision: fp32',
      );
    if (devices > 1)
      throw new StageFailure(
        `a training on ${devices} devices needs the recorded graph, which is not used: ${why}`,
        'set execution.data_parallel to 1',
      );
    log(`engine: eager, because ${why}`);
    return new EagerEngine(config);
  };
  if (process.env.EXPC_ENGINE === 'eager') return eager('EXPC_ENGINE says so');
  try {
    const engine = devices > 1 ? parallel(config, sizes, log) : new GraphEngine(config, sizes);
    const precision = config.precision === undefined ? '' : `, ${config.precision}`;
    log(`engine: recorded graph${precision}${devices > 1 ? `, on ${devices} devices` : ''}`);
    return engine;
  } catch (error) {
    if (!(error instanceof NotRecordable)) throw error;
    return eager(error.message);
  }
}

/** With the devices of this process's peers: as many as the environment says. */
function parallel(config: EngineConfig, sizes: BatchSizes, log: (line: string) => void): Engine {
  const { step, devices = 1 } = sizes;
  const parts = partSizes(step, config.micro_batch_size ?? step).length;
  if (parts < devices)
    throw new StageFailure(
      `a training on ${devices} devices has ${parts === 1 ? 'one micro-batch' : `${parts} micro-batches`} a step`,
      'lower micro_batch_size, or execution.data_parallel',
      'EXPC432',
    );
  const peers = peerGpus();
  if (peers.length !== devices - 1)
    throw new Error(`${devices} devices are asked for, and the environment tells of ${peers.length + 1}`);
  return new ParallelEngine(config, sizes, { peers, log });
}
