import type { StepCase } from './case.js';
import { partSize } from './case.js';

/** The first number of pairs at once that is measured: half of a small one, else a few. */
export function firstPart(one: StepCase): number {
  const part = partSize(one);
  return part <= 16 ? Math.max(1, Math.ceil(part / 2)) : 8;
}

/** Longest step that is worth measuring, in seconds, and the share of the memory that a measurement may take. */
const bounds = { step: 2.5, memory: 0.6 };

/**
 * The second number of pairs at once: the training's own, or where that would take too long or too much memory, half of
 * it as often as needed. Memory and time are taken to grow no faster than the pairs.
 *
 * @returns null when nothing larger than the first may be measured
 */
export function secondPart(
  one: StepCase,
  first: { readonly part: number; readonly step_seconds: number; readonly memory_bytes: number },
  memory: number,
): number | null {
  let part = partSize(one);
  const times = () => part / first.part;
  while (
    part > first.part &&
    (first.step_seconds * times() > bounds.step || first.memory_bytes * times() > bounds.memory * memory)
  )
    part = Math.floor(part / 2);
  return part > first.part ? part : null;
}
