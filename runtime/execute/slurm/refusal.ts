/**
 * Why a command of Slurm failed.
 * - `unreachable`: nobody answered; whether it was done is not known
 * - `full`: no more jobs may be submitted now
 * - `partition`: there is none of this name
 * - `refused`: anything else
 */
export type Refusal = 'unreachable' | 'full' | 'partition' | 'refused';

const unreachable =
  /unable to contact slurm controller|socket timed out|connection (refused|timed out|reset)|no route to host|transport endpoint|zero bytes were transmitted|message (receive|send) failure|controller in standby|unexpected message received|resource temporarily unavailable|insane message length/i;

const full =
  /MaxSubmit|submit limit|job limit|too many jobs|MaxJobCount|job count limit|temporarily unable to accept job/i;

/** What Slurm's words on standard error mean. */
export function refusalOf(words: string): Refusal {
  if (/invalid partition/i.test(words)) return 'partition';
  if (full.test(words)) return 'full';
  return unreachable.test(words) ? 'unreachable' : 'refused';
}

/** Slurm's words in one line, without the names of its programs. */
export function essenceOfWords(words: string): string {
  const lines = words
    .split('\n')
    .map((line) => line.replace(/^(sbatch|squeue|scancel|scontrol|sacct|sinfo): (error: )?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('Try "'));
  return [...new Set(lines)].join('; ');
}

/** The partition that Slurm says it lacks; null when it does not name it. */
export function partitionIn(words: string): string | null {
  return /invalid partition specified: (\S+)/i.exec(words)?.[1] ?? null;
}
