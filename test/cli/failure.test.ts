import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tellFailure } from '../../cli/failure.js';
import { compileFile } from '../../cli/load.js';
import { StageFailure } from '../../runtime/execute/context.js';
import { noCommand, refusedJob, unreachableController } from '../../runtime/execute/slurm/failure.js';
import { fillScript } from '../../runtime/execute/slurm/script.js';
import { temporaryFolder } from '../support/stage.js';

afterEach(() => vi.restoreAllMocks());

/** What is printed of a failure of an experiment with these settings, without the folder's name. */
function told(error: unknown, settings: string, set: readonly string[] = []): string {
  const folder = temporaryFolder();
  const file = join(folder, 'x.yaml');
  writeFileSync(file, `expc: 1\nname: x\nexecution:\n  slurm:\n${settings}`);
  const { document } = compileFile(file, { set });
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  expect(tellFailure(error, document)).toBe(1);
  return said.join('').replaceAll(`${folder}/`, '');
}

const partition = (kind: 'pretrain' | 'clean') =>
  refusedJob({ label: 'a job', kind }, 'invalid partition specified: mian', ['main']);

describe('a failure of what an experiment asks for', () => {
  it('points at the value, with a frame and what to do', () => {
    expect(told(partition('clean'), '    partition: mian\n')).toBe(
      [
        'error[EXPC753]: Slurm has no partition `mian` (asked for by a job)',
        '  --> x.yaml:5:16',
        '    5 |     partition: mian',
        '      |                ^^^^',
        'hint: did you mean `main`? there are main',
        '',
        '',
      ].join('\n'),
    );
  });

  it('points at that of the kind of stages, where it has its own', () => {
    const settings = '    partition: main\n    stages: { pretrain: { partition: mian } }\n';
    expect(told(partition('pretrain'), settings)).toContain('--> x.yaml:6:38');
    expect(told(partition('clean'), settings)).toContain('--> x.yaml:5:16');
  });

  it('says that the value was given after --set', () => {
    expect(told(partition('clean'), '    memory: 1G\n', ['execution.slurm.partition=mian'])).toContain(
      '--set execution.slurm.partition=mian',
    );
  });

  it('points at the section where it cannot tell the value', () => {
    const error = refusedJob({ label: 'a job', kind: 'clean' }, 'Requested node configuration', []);
    expect(told(error, '    memory: 1G\n')).toContain('--> x.yaml:5:5');
  });

  it('points at a script that cannot be used', () => {
    const fill = () => fillScript('echo', {} as never, 'mine.sh');
    let failure: unknown;
    try {
      fill();
    } catch (error) {
      failure = error;
    }
    expect(told(failure, '    script: mine.sh\n')).toContain('--> x.yaml:5:13');
  });
});

describe('a failure of nothing in the experiment', () => {
  it.each([noCommand('squeue'), unreachableController('connect failure')])('has no place: $code', (error) => {
    expect(told(error, '    partition: main\n')).toBe(
      `error[${error.code}]: ${error.message}\nhint: ${error.hint}\n`,
    );
  });

  it('has no place either where nothing of it is written', () => {
    const error = new StageFailure('it is so', undefined, 'EXPC755', [['execution', 'nothing']]);
    expect(told(error, '    partition: main\n')).toBe('error[EXPC755]: it is so\n');
  });

  it('is thrown on when nobody can mend it', () => {
    expect(() => told(new RangeError('a bug'), '    partition: main\n')).toThrow('a bug');
  });
});
