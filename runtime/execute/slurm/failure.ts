import type { StageKind } from '../../../schema/plan.js';
import { StageFailure, type ValuePath } from '../context.js';
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
  constructor(code: string, message: string, hint: string, at: readonly ValuePath[] = []) {
    super(message, hint, code, at);
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

/** Where a setting of the jobs of a kind is written: for these alone, for all, or somewhere among the settings. */
function settingsAt(kind: StageKind, ...keys: readonly string[]): ValuePath[] {
  const settings = ['execution', 'slurm'];
  return [
    ...keys.flatMap((key) => [
      [...settings, 'stages', kind, key],
      [...settings, key],
    ]),
    settings,
  ];
}

/** What a job asks for, and words that Slurm uses when it cannot have it. */
const complaints: readonly { readonly key: string; readonly words: RegExp }[] = [
  { key: 'memory', words: /memory/i },
  { key: 'time', words: /time ?limit/i },
  { key: 'account', words: /account/i },
  { key: 'qos', words: /\bqos\b/i },
  { key: 'gpus', words: /gres|gpu/i },
  { key: 'cpus', words: /cpu count|cpus per task|more processors/i },
  { key: 'options', words: /unrecognized option|invalid option|invalid argument/i },
];

/** A job that Slurm does not take. `partitions` are those that it has. */
export function refusedJob(
  { label, kind }: { readonly label: string; readonly kind: StageKind },
  words: string,
  partitions: readonly string[],
): SlurmFailure {
  if (refusalOf(words) === 'partition') {
    const name = partitionIn(words);
    const near = name === null ? null : didYouMean(name, partitions);
    const known = partitions.length === 0 ? '`sinfo` lists them' : `there are ${partitions.join(', ')}`;
    return new SlurmFailure(
      slurmCodes.partition,
      `Slurm has no partition${name === null ? '' : ` \`${name}\``} (asked for by ${label})`,
      near === null ? `execution.slurm.partition: ${known}` : `did you mean \`${near}\`? ${known}`,
      settingsAt(kind, 'partition'),
    );
  }
  return new SlurmFailure(
    slurmCodes.refused,
    `Slurm refuses the job of ${label}: ${essenceOfWords(words)}`,
    'change what execution.slurm asks for; `expc run --launcher slurm --dry-run` shows the script',
    settingsAt(kind, ...complaints.filter((one) => one.words.test(words)).map(({ key }) => key)),
  );
}
