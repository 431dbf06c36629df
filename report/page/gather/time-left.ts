import type { Status } from '../../../runtime/execute/status.js';

/**
 * Seconds until all is done, by what stages of each kind have taken so far and with as many at once as run now. Null
 * while there is a kind of which none has finished, or nothing runs.
 */
export function secondsLeft({ stages }: Status): number | null {
  const running = stages.filter(({ status }) => status === 'running');
  if (running.length === 0) return null;
  const meanOf = (kind: string): number | null => {
    const done = stages.filter((stage) => stage.kind === kind && stage.seconds !== null);
    return done.length === 0 ? null : done.reduce((sum, { seconds }) => sum + seconds!, 0) / done.length;
  };
  let work = 0;
  for (const { kind, status, progress } of stages) {
    // A measurement is made inside the pre-training that it belongs to.
    if (kind === 'evaluate' || (status !== 'running' && status !== 'waiting' && status !== 'interrupted'))
      continue;
    const told = status === 'running' ? progress?.seconds_left : undefined;
    const seconds = told ?? meanOf(kind);
    if (seconds === null) return null;
    work += seconds;
  }
  return work / running.length;
}
