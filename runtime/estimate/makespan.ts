import type { Stage } from '../../schema/plan.js';
import { Board } from '../execute/board.js';

/**
 * Time from beginning to end, so many stages at a time, by the scheduler's own rules of who starts next.
 *
 * @param done keys of the stages that are done, or not needed
 * @param seconds what each of the others takes; 0 where that is not known
 * @param placesOf how many of the `jobs` places a stage takes: more than one where it is spread over several GPUs
 */
export function makespan(
  stages: readonly Stage[],
  {
    done,
    ranks,
    seconds,
    jobs,
    placesOf = () => 1,
  }: {
    readonly done: ReadonlySet<string>;
    readonly ranks: ReadonlyMap<string, number>;
    readonly seconds: ReadonlyMap<string, number>;
    readonly jobs: number;
    readonly placesOf?: (stage: Stage) => number;
  },
): number {
  const board = new Board(stages, done, ranks);
  const running: { readonly keys: readonly string[]; readonly end: number; readonly places: number }[] = [];
  const fits = (stage: Stage) => running.reduce((sum, { places }) => sum + places, placesOf(stage)) <= jobs;
  let now = 0;
  for (;;) {
    for (let next = board.next(fits); next !== null; next = board.next(fits)) {
      const { key } = next;
      const observers = board.observersOf(key).map((observer) => observer.key);
      for (const each of [key, ...observers]) board.started(each);
      // The measurements that a training carries out end with it.
      running.push({
        keys: [...observers, key],
        end: now + (seconds.get(key) ?? 0),
        places: placesOf(next),
      });
    }
    if (running.length === 0) return now;
    const first = running.reduce((a, b) => (b.end < a.end ? b : a));
    running.splice(running.indexOf(first), 1);
    now = first.end;
    for (const key of first.keys) board.done(key);
  }
}
