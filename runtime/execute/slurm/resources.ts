import type { Slurm, SlurmResources } from '../../../schema/generated/resolved.js';
import type { StageKind } from '../../../schema/plan.js';

/**
 * What the jobs of a kind of stages ask for: what stands under `stages` goes before what holds for all. A training that
 * is spread over several devices asks for a GPU each, where jobs ask for any.
 */
export function resourcesOf(settings: Slurm, kind: StageKind, devices = 1): SlurmResources {
  const { partition, account, qos, cpus, memory, time, options } = settings;
  const own = (settings.stages as Partial<Record<StageKind, SlurmResources>> | undefined)?.[kind] ?? {};
  const gpus =
    settings.gpus !== undefined && settings.gpus > 0 ? Math.max(settings.gpus, devices) : settings.gpus;
  const all = { partition, account, qos, gpus, cpus, memory, time, options };
  return Object.fromEntries(Object.entries({ ...all, ...own }).filter(([, value]) => value !== undefined));
}

/** Seconds of a time limit as Slurm writes it; null when it is none. */
export function secondsOf(limit: string): number | null {
  const parts = /^(?:(\d+)-)?(\d+)(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(limit);
  if (parts === null) return null;
  const [days, first, second, third] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const hasHours = parts[1] !== undefined || parts[4] !== undefined;
  // `minutes`, `minutes:seconds`; with days or three parts the first are hours.
  return hasHours ? ((days * 24 + first) * 60 + second) * 60 + third : first * 60 + second;
}

/**
 * Seconds before the limit at which a job is to be warned: as long as asked for, but at most a quarter of the limit,
 * for the time between is what it can work in. Slurm warns up to a minute early.
 */
export function warningSeconds({ warning_minutes: minutes }: Slurm, limit: string | undefined): number {
  const asked = Math.ceil(minutes * 60);
  const whole = limit === undefined ? null : secondsOf(limit);
  return whole === null || whole === 0 ? asked : Math.max(1, Math.min(asked, Math.floor(whole / 4)));
}
