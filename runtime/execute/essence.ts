import type { Stage } from '../../schema/plan.js';
import { codeOf } from '../store/files.js';
import { StageFailure } from './context.js';

/** A failure as people are told it: one line, and what to do. */
export interface Essence {
  readonly message: string;
  readonly hint: string | null;
  /** For the log: null where the message says all there is. */
  readonly stack: string | null;
}

/** The essence of whatever was thrown. */
export function essenceOf(error: unknown, stage?: Stage): Essence {
  if (error instanceof StageFailure) {
    const { code, message, hint = null } = error;
    return { message: code === undefined ? message : `${code}: ${message}`, hint, stack: null };
  }
  const system = systemEssence(error);
  if (system !== null) return system;
  if (!(error instanceof Error)) return { message: `thrown: ${String(error)}`, hint: null, stack: null };
  const stack = error.stack ?? null;
  if (outOfMemory.test(error.message)) {
    return { message: `out of memory: ${firstLine(error.message)}`, hint: hintFor(stage), stack };
  }
  const { hint } = error as { hint?: unknown };
  return {
    message: `${error.name === 'Error' ? '' : `${error.name}: `}${firstLine(error.message)}`,
    hint: typeof hint === 'string' ? hint : null,
    stack,
  };
}

function hintFor(stage: Stage | undefined): string {
  return stage === undefined ? memoryHint : memoryHintFor(stage);
}

export const memoryHint =
  'lower batch_size or evaluate.batch_size, or run fewer stages at a time (execution.jobs, --jobs)';

/** Which settings of a stage take memory, and what they are now. */
export function memoryHintFor({ kind, config, locals }: Stage): string {
  const fewer = 'run fewer stages at a time (execution.jobs, --jobs)';
  if (kind === 'evaluate') return `lower evaluate.batch_size${now(locals.evaluation_batch)}, or ${fewer}`;
  if (kind !== 'pretrain' && kind !== 'clean') return fewer;
  const { batch_size: batch, micro_batch_size: micro } = config;
  const way =
    micro === undefined ? `set ${kind}.micro_batch_size` : `lower ${kind}.micro_batch_size${now(micro)}`;
  const measuring = `lower evaluate.batch_size${now(locals.evaluation_batch)} if it was measuring`;
  return `${way}, lower ${kind}.batch_size${now(batch)}, ${measuring}, or ${fewer}`;
}

function now(value: number | undefined): string {
  return value === undefined ? '' : ` (now ${value})`;
}

/** TensorFlow's status, its GPU allocator's, V8's and the C++ library's words for it. */
const outOfMemory = /resource ?exhausted|\bOOM\b|out of memory|allocation failed|bad_alloc/i;

/** Errors of the operating system that a person can mend, by code. */
const systemErrors: Readonly<Record<string, { what: string; hint: string }>> = {
  ENOSPC: {
    what: 'no space is left on the disk',
    hint: 'make space and run the same command again: nothing that is finished is lost',
  },
  EDQUOT: {
    what: 'the disk quota is used up',
    hint: 'make space and run the same command again: nothing that is finished is lost',
  },
  EROFS: { what: 'the disk is read-only', hint: 'name a folder that can be written to with --outputs' },
  EACCES: { what: 'permission is denied', hint: 'change the permissions, or name another folder' },
  EPERM: { what: 'permission is denied', hint: 'change the permissions, or name another folder' },
  EMFILE: {
    what: 'too many files are open',
    hint: 'raise the limit (ulimit -n), or run fewer stages at a time (--jobs)',
  },
  ENFILE: { what: 'too many files are open on this machine', hint: 'run fewer stages at a time (--jobs)' },
  EIO: {
    what: 'the disk reports an error',
    hint: 'look at the disk (dmesg), then run the same command again',
  },
  ESTALE: { what: 'the shared folder is gone', hint: 'mount it again, then run the same command again' },
};

function systemEssence(error: unknown): Essence | null {
  const code = codeOf(error);
  const { path } = (error ?? {}) as { path?: unknown };
  const where = typeof path === 'string' ? `: ${path}` : '';
  const stack = (error as Error | undefined)?.stack ?? null;
  if (code === 'ENOENT' && where !== '') {
    return {
      message: `a file is missing${where}`,
      hint: 'it may have been moved or removed while the stage ran: run the same command again',
      stack,
    };
  }
  const known = systemErrors[code];
  return known === undefined ? null : { message: `${known.what}${where}`, hint: known.hint, stack };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.trim();
}
