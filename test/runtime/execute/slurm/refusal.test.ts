import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noCommand, refusedJob, unreachableController } from '../../../../runtime/execute/slurm/failure.js';
import { essenceOfWords, refusalOf } from '../../../../runtime/execute/slurm/refusal.js';

const words = JSON.parse(readFileSync('test/fixtures/slurm/words.json', 'utf8')) as Record<string, string>;

describe("Slurm's words", () => {
  it.each([
    ['partition', 'partition'],
    ['gpus', 'refused'],
    ['memory', 'refused'],
    ['time', 'refused'],
    ['array', 'refused'],
    ['option', 'refused'],
    ['accounting', 'refused'],
    ['requeue', 'refused'],
    ['down', 'unreachable'],
  ])('for %s mean %s', (name, refusal) => {
    expect(refusalOf(words[name]!)).toBe(refusal);
  });

  it.each([
    ['sbatch: error: Batch job submission failed: Socket timed out on send/recv operation', 'unreachable'],
    ['sbatch: error: Batch job submission failed: Zero Bytes were transmitted or received', 'unreachable'],
    ['sbatch: error: Slurm temporarily unable to accept job, sleeping and retrying', 'full'],
    ['sbatch: error: QOSMaxSubmitJobPerUserLimit', 'full'],
    [
      "sbatch: error: AssocMaxSubmitJobLimit\nsbatch: error: Batch job submission failed: Job violates accounting/QOS policy (job submit limit, user's size and/or time limits)",
      'full',
    ],
    [
      'sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified',
      'refused',
    ],
  ])('%s', (text, refusal) => {
    expect(refusalOf(text)).toBe(refusal);
  });

  it('are told in one line, each once, without the names of programs', () => {
    expect(essenceOfWords(words['memory']!)).toBe(
      'Memory specification can not be satisfied; Batch job submission failed: Requested node configuration is not available',
    );
    expect(essenceOfWords(words['option']!)).toBe("unrecognized option '--nonsense'");
    expect(essenceOfWords('sbatch: error: a\nsbatch: error: a\n')).toBe('a');
  });
});

describe('a failure that a person can mend', () => {
  it('names the partition that is not there, and the one that may be meant', () => {
    const { code, message, hint } = refusedJob(
      { label: 'clean', kind: 'clean' },
      words['partition']!.replace('nope', 'maiin'),
      ['main', 'urgent'],
    );
    expect(code).toBe('EXPC753');
    expect(message).toBe('Slurm has no partition `maiin` (asked for by clean)');
    expect(hint).toBe('did you mean `main`? there are main, urgent');
  });

  it('lists what there is when nothing is near, and says how to look when it cannot', () => {
    expect(refusedJob({ label: 'clean', kind: 'clean' }, words['partition']!, ['main']).hint).toBe(
      'execution.slurm.partition: there are main',
    );
    expect(refusedJob({ label: 'clean', kind: 'clean' }, words['partition']!, []).hint).toBe(
      'execution.slurm.partition: `sinfo` lists them',
    );
  });

  it('repeats what Slurm said', () => {
    const { code, message } = refusedJob({ label: 'pretrain', kind: 'pretrain' }, words['gpus']!, []);
    expect(code).toBe('EXPC752');
    expect(message).toContain('refuses the job of pretrain: Batch job submission failed: Requested node');
  });

  it('tells a command that is not there from a controller that does not answer', () => {
    const { code, message } = noCommand('sbatch');
    expect([code, message]).toEqual(['EXPC751', 'there is no `sbatch` on the PATH of this machine']);
    expect(unreachableController(words['down']!)).toMatchObject({
      code: 'EXPC754',
      message: "Slurm's controller does not answer: Unable to contact slurm controller (connect failure)",
    });
  });
});

describe('what an experiment asked for', () => {
  const at = (words: string) => refusedJob({ label: 'x', kind: 'pretrain' }, words, []).at;
  const slurm = ['execution', 'slurm'];

  it.each([
    ['Memory specification can not be satisfied', 'memory'],
    ['Requested time limit is invalid (missing or exceeds some limit)', 'time'],
    ['Invalid account or account/partition combination specified', 'account'],
    ['Invalid qos specification', 'qos'],
    ['Invalid generic resource (gres) specification', 'gpus'],
    ['CPU count per node can not be satisfied', 'cpus'],
    ["unrecognized option '--foo'", 'options'],
    ['invalid partition specified: urgnt', 'partition'],
  ])('is told by its words: %s', (words, key) => {
    expect(at(`sbatch: error: ${words}`)).toEqual([
      [...slurm, 'stages', 'pretrain', key],
      [...slurm, key],
      slurm,
    ]);
  });

  it('is somewhere among the settings where the words do not tell', () => {
    expect(at('sbatch: error: Requested node configuration is not available')).toEqual([slurm]);
  });
});
