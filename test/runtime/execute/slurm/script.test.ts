import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slurm } from '../../../../schema/generated/resolved.js';
import { directives, withoutPatterns } from '../../../../runtime/execute/slurm/directives.js';
import { resourcesOf, secondsOf, warningSeconds } from '../../../../runtime/execute/slurm/resources.js';
import { fillScript, readTemplate, shellWord } from '../../../../runtime/execute/slurm/script.js';
import { quick } from '../../../support/slurm/toy-run.js';
import { temporaryFolder } from '../../store/support/folder.js';

const request = {
  kind: 'clean',
  name: 'expc:aa:clean-1',
  output: '/data/out/0.log',
  size: null,
  atOnce: undefined,
  after: [],
} as const;

describe('the resources of a kind of stages', () => {
  const settings: Slurm = {
    ...quick,
    partition: 'gpu',
    gpus: 1,
    time: '2:00:00',
    stages: { dataset: { partition: 'cpu', gpus: 0 }, clean: { options: ['--nice'] } },
  };

  it('are those of all, but for what is different', () => {
    expect(resourcesOf(settings, 'dataset')).toEqual({ partition: 'cpu', gpus: 0, time: '2:00:00' });
    expect(resourcesOf(settings, 'clean')).toEqual({
      partition: 'gpu',
      gpus: 1,
      time: '2:00:00',
      options: ['--nice'],
    });
    expect(resourcesOf(quick, 'clean')).toEqual({});
  });

  it('are a GPU for each device of a training, where there are any', () => {
    expect(resourcesOf(settings, 'clean', 4).gpus).toBe(4);
    expect(resourcesOf({ ...settings, gpus: 8 }, 'clean', 4).gpus).toBe(8);
    expect(resourcesOf({ ...settings, stages: { clean: { gpus: 0 } } }, 'clean', 4).gpus).toBe(0);
    expect(resourcesOf(quick, 'clean', 4)).toEqual({});
    expect(directives(settings, { ...request, devices: 4 })).toContain('#SBATCH --gres=gpu:4');
  });
});

describe('a time limit', () => {
  it.each([
    ['90', 90 * 60],
    ['1:30', 90],
    ['2:00:00', 7200],
    ['1-0', 86_400],
    ['1-12:30', 86_400 + 12 * 3600 + 30 * 60],
    ['2-00:00:01', 2 * 86_400 + 1],
  ])('of %s is %d seconds', (limit, seconds) => {
    expect(secondsOf(limit)).toBe(seconds);
  });

  it('that is none is none', () => {
    expect(secondsOf('UNLIMITED')).toBeNull();
  });

  it('is warned of as early as asked for, but never before three quarters of it', () => {
    expect(warningSeconds({ ...quick, warning_minutes: 10 }, '2:00:00')).toBe(600);
    expect(warningSeconds({ ...quick, warning_minutes: 10 }, '20')).toBe(300);
    expect(warningSeconds({ ...quick, warning_minutes: 10 }, undefined)).toBe(600);
    expect(warningSeconds({ ...quick, warning_minutes: 0.001 }, '0:01')).toBe(1);
  });
});

describe('the lines for sbatch', () => {
  it('say how a job is started again, warned and logged', () => {
    expect(directives(quick, request)).toEqual(
      [
        '--job-name=expc:aa:clean-1',
        '--output=/data/out/0.log',
        '--open-mode=append',
        '--nodes=1',
        '--ntasks=1',
        '--requeue',
        '--signal=B:USR2@600',
      ].map((option) => `#SBATCH ${option}`),
    );
  });

  it('ask for what the settings ask for, word for word last', () => {
    const lines = directives(
      {
        ...quick,
        requeue: false,
        partition: 'gpu',
        account: 'lab',
        qos: 'high',
        gpus: 2,
        cpus: 8,
        memory: '32G',
        time: '1:00:00',
        options: ['--constraint=a100', '--requeue'],
      },
      request,
    );
    for (const option of [
      'partition=gpu',
      'account=lab',
      'qos=high',
      'gres=gpu:2',
      'cpus-per-task=8',
      'mem=32G',
      'time=1:00:00',
      'no-requeue',
      'signal=B:USR2@600',
    ])
      expect(lines).toContain(`#SBATCH --${option}`);
    expect(lines.slice(-2)).toEqual(['#SBATCH --constraint=a100', '#SBATCH --requeue']);
  });

  it('wait for jobs, and let Slurm cancel what cannot start any more unless asked not to', () => {
    const waiting = { ...request, after: ['12', '13_4'] };
    expect(directives(quick, waiting).slice(-2)).toEqual([
      '#SBATCH --dependency=afterok:12:13_4',
      '#SBATCH --kill-on-invalid-dep=yes',
    ]);
    expect(directives({ ...quick, cancel_dependents: false }, waiting).join()).not.toContain('kill-on');
  });

  it('make arrays, as many at once as asked for', () => {
    expect(directives(quick, { ...request, size: 100 })).toContain('#SBATCH --array=0-99');
    expect(directives(quick, { ...request, size: 100, atOnce: 4 })).toContain('#SBATCH --array=0-99%4');
  });

  it('ask for no GPU where none is wanted', () => {
    expect(directives({ ...quick, gpus: 0 }, request).join()).not.toContain('gres');
  });

  it('quote a path as sbatch reads it', () => {
    const output = '/data/my "own" out/0.log';
    expect(directives(quick, { ...request, output })).toContain(
      '#SBATCH --output="/data/my \\"own\\" out/0.log"',
    );
    expect(withoutPatterns('/data/100%j')).toBe('/data/100%%j');
  });
});

describe('a script', () => {
  const blanks = { DIRECTIVES: '#SBATCH --x', SETUP: '', THREADS: '2', NODE: 'node', ENTRY: 'e', BATCH: 'b' };

  it('is a valid one of bash, with its lines for sbatch before any command', () => {
    const { path, text } = readTemplate(quick);
    const script = fillScript(text, { ...blanks, SETUP: 'module() { :; }\nmodule load cuda' }, path);
    expect(() => execFileSync('bash', ['--norc', '-n'], { input: script })).not.toThrow();
    const lines = script.split('\n');
    expect(lines.slice(0, 2)).toEqual(['#!/bin/bash', '#SBATCH --x']);
    expect(script).not.toMatch(/@[A-Z]+@/);
    expect(script.trimEnd().split('\n').at(-1)).toMatch(/^exec node .* e b /);
  });

  it('hides GPUs that were not asked for, and keeps those that Slurm gave', () => {
    const { path, text } = readTemplate(quick);
    const show = ['-c', '"echo $CUDA_VISIBLE_DEVICES,$OMP_NUM_THREADS"', '#'] as const;
    const script = fillScript(text, { ...blanks, NODE: `bash ${show.join(' ')}` }, path);
    const said = (environment: Record<string, string>) =>
      execFileSync('bash', ['--norc'], { input: script, env: { PATH: process.env.PATH, ...environment } })
        .toString()
        .trim();
    expect(said({})).toBe(',2');
    expect(said({ CUDA_VISIBLE_DEVICES: '3' })).toBe('3,2');
  });

  it('may be made from a template of the person, which must have the places that a job needs', () => {
    const folder = temporaryFolder();
    const own = join(folder, 'own.sh');
    writeFileSync(own, '#!/bin/sh\n@DIRECTIVES@\nexec srun @NODE@ @ENTRY@ @BATCH@ 0 # @ANYTHING@\n');
    const { path, text } = readTemplate({ ...quick, script: own });
    expect(fillScript(text, blanks, path)).toBe(
      '#!/bin/sh\n#SBATCH --x\nexec srun node e b 0 # @ANYTHING@\n',
    );
    expect(() => fillScript(text.replace('@ENTRY@', ''), blanks, path)).toThrow(/no place for @ENTRY@/);
    expect(() => readTemplate({ ...quick, script: join(folder, 'none.sh') })).toThrow(
      /cannot be read \(ENOENT\)/,
    );
  });

  it('takes any path as one word', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('\0')),
        (text) => {
          const said = execFileSync('bash', ['--norc', '-c', `printf %s ${shellWord(text)}`]).toString();
          expect(said).toBe(Buffer.from(text).toString());
        },
      ),
      { numRuns: 20 },
    );
  });
});
