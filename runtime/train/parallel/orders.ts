import type { Output } from '../../backend/graph/builder.js';
import type { StageFailure } from '../../execute/context.js';
import type { BatchSizes, EngineConfig } from '../engine.js';

/** What a peer's process is told at its start. */
export interface PeerSetup {
  readonly type: 'setup';
  readonly device: number;
  readonly config: EngineConfig;
  readonly sizes: BatchSizes;
}

/** One piece of a step, which all devices do at the same time. */
export type Order =
  /** Take over the state that was handed over: the load of that number. */
  | { readonly type: 'load'; readonly load: number }
  | { readonly type: 'encode' }
  | { readonly type: 'backward'; readonly round: number }
  | { readonly type: 'add'; readonly round: number }
  /** @see Member.apply */
  | { readonly type: 'apply'; readonly scalars: Readonly<Record<Output, number>> };

/** A peer's answer; answers come in the order of the orders. */
export type Answer =
  | { readonly type: 'done' }
  | { readonly type: 'error'; readonly message: string; readonly stack: string | undefined }
  | { readonly type: 'failure'; readonly failure: Pick<StageFailure, 'message' | 'hint' | 'code'> };

/** The descriptor of the shared file in a peer's process: after standard streams and the channel. */
export const sharedDescriptor = 4;
