import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environment, slurmCommands } from '../../../../runtime/execute/slurm/commands.js';
import { jobName, newBatchId, readStoreName, storeName } from '../../../../runtime/execute/slurm/name.js';
import { Pause } from '../../../../runtime/execute/slurm/pause.js';
import { temporaryFolder } from '../../store/support/folder.js';

const { PATH } = process.env;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  process.env.PATH = `${folder}:/usr/bin:/bin`;
});
afterEach(() => {
  process.env.PATH = PATH;
});

/** Puts a command on the PATH that notes its arguments first. */
function command(name: string, body: string): () => string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/bash\necho "$*" >>'${path}.said'\n${body}\n`);
  chmodSync(path, 0o755);
  return () => readFileSync(`${path}.said`, 'utf8').trimEnd();
}

const words = JSON.parse(readFileSync('test/fixtures/slurm/words.json', 'utf8')) as Record<string, string>;
const fails = (text: string, code = 1) => `cat >&2 <<'END'\n${text}END\nexit ${code}`;

describe("Slurm's commands", () => {
  const slurm = slurmCommands();

  it('submit a script, and give its number, also of one of several clusters', async () => {
    const said = command('sbatch', "echo '12;big'");
    expect(await slurm.submit('/out/job.sh')).toBe('12');
    expect(said()).toBe('--parsable /out/job.sh');
  });

  it('say what they say when they refuse', async () => {
    command('sbatch', fails(words['partition']!));
    expect(await slurm.submit('x')).toMatchObject({ refusal: 'partition' });
    command('sbatch', 'exit 1');
    expect(await slurm.submit('x')).toEqual({ refusal: 'refused', words: 'sbatch failed' });
  });

  it('ask for all jobs of some users in one call', async () => {
    const said = command('squeue', 'cat test/fixtures/slurm/squeue.txt');
    expect(await slurm.queue([0, 1000])).toHaveLength(13);
    expect(said()).toBe('-h -r -t all -u 0,1000 -o %F|%K|%T|%r|%N|%j');
    command('squeue', fails(words['down']!));
    expect(await slurm.queue([0])).toMatchObject({ refusal: 'unreachable' });
  });

  it('ask the accounting only for jobs, and take its absence for no answer', async () => {
    const said = command('sacct', 'cat test/fixtures/slurm/sacct.txt');
    expect(await slurm.accounting([])).toEqual([]);
    expect(await slurm.accounting(['1', '3'])).toHaveLength(8);
    expect(said()).toBe('-n -P -X -j 1,3 -o JobID,State,NodeList,JobName');
    command('sacct', fails(words['accounting']!));
    expect(await slurm.accounting(['1'])).toBeNull();
    process.env.PATH = '/nowhere';
    expect(await slurm.accounting(['1'])).toBeNull();
  });

  it('cancel, or ask to end, any number of jobs', async () => {
    const said = command('scancel', '');
    expect(await slurm.cancel([])).toBeNull();
    await slurm.cancel(['1', '2_3']);
    await slurm.cancel(['4'], 'TERM');
    expect(said().split('\n')).toEqual(['1 2_3', '--batch --signal=TERM 4']);
    await slurm.cancel(Array.from({ length: 1001 }, (_, index) => String(index)));
    expect(said().split('\n')).toHaveLength(5);
    command('scancel', fails('scancel: error: Kill job error on job id 4: Invalid job id specified\n'));
    expect(await slurm.cancel(['4'])).toBeNull();
    command('scancel', fails(words['down']!));
    expect(await slurm.cancel(['4'])).toMatchObject({ refusal: 'unreachable' });
  });

  it('let held jobs go, each by itself, and do not mind one that stays', async () => {
    const said = command('scontrol', '');
    await slurm.release([]);
    await slurm.release(['1', '2_3']);
    expect(said().split('\n')).toEqual(['release 1', 'release 2_3']);
    command(
      'scontrol',
      fails('Access/permission denied for job 1\nslurm_suspend error: Access/permission denied\n'),
    );
    await slurm.release(['1']);
  });

  it('list the partitions', async () => {
    command('sinfo', "printf 'main\\nurgent\\n'");
    expect(await slurm.partitions()).toEqual(['main', 'urgent']);
    command('sinfo', 'exit 1');
    expect(await slurm.partitions()).toEqual([]);
  });

  it('that are not there are named', async () => {
    process.env.PATH = '/nowhere';
    await expect(slurm.submit('x')).rejects.toMatchObject({ code: 'EXPC751' });
    await expect(slurm.queue([0])).rejects.toMatchObject({ code: 'EXPC751' });
  });
});

describe('the environment of a job', () => {
  it('is that of the shell without what belongs to another job, or to this machine', () => {
    const own = {
      PATH: '/bin',
      SLURM_CONF: '/etc/slurm.conf',
      SLURM_JOB_ID: '7',
      SLURM_CPUS_PER_TASK: '64',
      SLURMD_NODENAME: 'n1',
      SBATCH_ACCOUNT: 'lab',
      CUDA_VISIBLE_DEVICES: '3',
      EXPC_TENSORFLOW: 'cpu',
    };
    expect(environment(own)).toEqual({
      PATH: '/bin',
      SLURM_CONF: '/etc/slurm.conf',
      SBATCH_ACCOUNT: 'lab',
      EXPC_TENSORFLOW: 'cpu',
    });
  });
});

describe('the name of a store', () => {
  it('is made once, and is part of the names of its jobs', () => {
    expect(readStoreName(folder)).toBeNull();
    const name = storeName(folder);
    expect(name).toMatch(/^[0-9a-f]{8}$/);
    expect(storeName(folder)).toBe(name);
    expect(readStoreName(folder)).toBe(name);
    expect(storeName(temporaryFolder())).not.toBe(name);
    const batch = newBatchId('clean-0123456789ab');
    expect(jobName(name, batch)).toMatch(/^expc:[0-9a-f]{8}:clean-0123456789ab\.[0-9a-f]{4}$/);
  });
});

describe('a pause', () => {
  it('ends when it is told to, also before it has begun', async () => {
    const pause = new Pause();
    const waiting = pause.for(60_000);
    pause.end();
    await waiting;
    pause.end();
    await pause.for(60_000);
    const before = performance.now();
    await pause.for(30);
    expect(performance.now() - before).toBeGreaterThan(20);
  });
});
