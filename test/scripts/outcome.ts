import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Outcome } from './sandbox.js';

/** Expect a set-up to have ended well, with the CPU build. */
export function expectReady({ code, stdout, stderr }: Outcome): void {
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ready, with TensorFlow for the CPU \(EXPC_TENSORFLOW=cpu\)\n$/);
  expect(code).toBe(0);
}

/** Expect a set-up to have failed with words for a person: what is wrong, a hint, no stack. */
export function expectProblem({ code, stderr }: Outcome, message: RegExp, hint: RegExp): void {
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(/^ {2}hint: (.*)$/m.exec(stderr)?.[1]).toMatch(hint);
  expect(stderr).not.toMatch(/^ {4}at /m);
}

export const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
