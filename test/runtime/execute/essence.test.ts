import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../schema/plan.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { essenceOf } from '../../../runtime/execute/essence.js';
import { temporaryFolder } from '../store/support/folder.js';

/** What is thrown when something is done. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('memory that ran out', () => {
  const error = new Error('Resource exhausted: OOM when allocating tensor');
  const hint = (kind: string, config: object) =>
    essenceOf(error, { kind, config, locals: { evaluation_batch: 256 } } as unknown as Stage).hint;

  it('says which settings of the stage take it, and what they are', () => {
    expect(hint('pretrain', { batch_size: 128 })).toBe(
      'set pretrain.micro_batch_size, lower pretrain.batch_size (now 128), lower evaluate.batch_size (now 256) if it was measuring, or run fewer stages at a time (execution.jobs, --jobs)',
    );
    expect(hint('clean', { batch_size: 64, micro_batch_size: 16 })).toMatch(
      /^lower clean.micro_batch_size \(now 16\), lower clean.batch_size \(now 64\)/,
    );
    expect(hint('evaluate', {})).toMatch(/^lower evaluate.batch_size \(now 256\), or run fewer/);
    expect(hint('dataset', {})).toMatch(/^run fewer stages/);
  });
});

describe('the essence', () => {
  it('of a failure that a person can mend is what it says, without a stack', () => {
    expect(essenceOf(new StageFailure('no banana', 'add one'))).toEqual({
      message: 'no banana',
      hint: 'add one',
      stack: null,
    });
    expect(essenceOf(new StageFailure('no banana'))).toMatchObject({ hint: null });
  });

  it('of an error is its first line, and the stack is kept', () => {
    const essence = essenceOf(new RangeError('first\nsecond'));
    expect(essence).toMatchObject({ message: 'RangeError: first', hint: null });
    expect(essence.stack).toContain('essence.test');
  });

  it('of a set-up error has its hint', () => {
    const error = Object.assign(new Error('no addon'), {
      name: 'BackendError',
      hint: 'run: npm run bootstrap',
    });
    expect(essenceOf(error)).toMatchObject({
      message: 'BackendError: no addon',
      hint: 'run: npm run bootstrap',
    });
  });

  it('of a system’s error is in words, with the file', () => {
    const folder = temporaryFolder();
    const missing = essenceOf(thrownBy(() => readFileSync(join(folder, 'none.csv'))));
    expect(missing.message).toBe(`a file is missing: ${join(folder, 'none.csv')}`);
    const full = Object.assign(new Error('ENOSPC: …'), { code: 'ENOSPC', path: '/x' });
    expect(essenceOf(full)).toMatchObject({
      message: 'no space is left on the disk: /x',
      hint: expect.stringContaining('make space') as string,
    });
    const other = essenceOf(thrownBy(() => mkdirSync(join(folder, 'a', 'b'), { recursive: false, mode: 0 })));
    expect(other.message).toContain('a file is missing');
  });

  it.each([
    'Resource exhausted: OOM when allocating tensor with shape[256,64,56,56]',
    'OOM when allocating tensor',
    'Array buffer allocation failed',
    'std::bad_alloc',
    'CUDA_ERROR_OUT_OF_MEMORY: out of memory',
  ])('of %j says which setting to lower', (message) => {
    expect(essenceOf(new Error(message))).toMatchObject({
      message: `out of memory: ${message}`,
      hint: expect.stringContaining('batch_size') as string,
    });
  });

  it('of a room that boomed is not taken for memory', () => {
    expect(essenceOf(new Error('BOOMERANG in the room')).hint).toBeNull();
  });

  it('of what is no error is told all the same', () => {
    expect(essenceOf('oh')).toMatchObject({ message: 'thrown: oh' });
    expect(essenceOf(undefined)).toMatchObject({ message: 'thrown: undefined' });
  });
});
