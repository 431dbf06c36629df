import { StageFailure } from '../context.js';
import { didYouMean } from '../../data/suggest.js';
import { essenceOfWords, partitionIn, refusalOf } from './refusal.js';

/** Codes of what goes wrong between expc and Slurm; docs/errors/ has a page for each. */
export const slurmCodes = {
  noCommand: 'EXPC751',
  refused: 'EXPC752',
  partition: 'EXPC753',
  unreachable: 'EXPC754',
  script: 'EXPC755',
} as const;

/** What a person can mend about Slurm, or about what was asked of it. */
export class SlurmFailure extends StageFailure {
  constructor(code: string, message: string, hint: string) {
    super(message, hint, code);
  }
}

export function noCommand(command: string): SlurmFailure {
  return new SlurmFailure(
    slurmCodes.noCommand,
    `there is no \`${command}\` on the PATH of this machine`,
    "call expc where Slurm's commands are (a login node), or without `--launcher slurm`",
  );
}

export function unreachableController(words: string): SlurmFailure {
  return new SlurmFailure(
    slurmCodes.unreachable,
    `Slurm's controller does not answer: ${essenceOfWords(words)}`,
    'jobs that run go on; run the same command again when `scontrol ping` says UP',
  );
}

/** A job that Slurm does not take. `partitions` are those that it has. */
export function refusedJob(label: string, words: string, partitions: readonly string[]): SlurmFailure {
  if (refusalOf(words) === 'partition') {
    const name = partitionIn(words);
    const near = name === null ? null : didYouMean(name, partitions);
    const known = partitions.length === 0 ? '`sinfo` lists them' : `there are ${partitions.join(', ')}`;
    return new SlurmFailure(
      slurmCodes.partition,
      `Slurm has no partition${name === null ? '' : ` \`${name}\``} (asked for by ${label})`,
      near === null ? `execution.slurm.partition: ${known}` : `did you mean \`${near}\`? ${known}`,
    );
  }
  return new SlurmFailure(
    slurmCodes.refused,
    `Slurm refuses the job of ${label}: ${essenceOfWords(words)}`,
    'change what execution.slurm asks for; `expc run --launcher slurm --dry-run` shows the script',
  );
}
