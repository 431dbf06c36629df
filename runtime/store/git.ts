import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';

/** The repository that an experiment's file lies in. */
export interface GitState {
  readonly commit: string;
  /** SHA-256 of what differs from the commit (changes, and names of untracked files); null when nothing does. */
  readonly dirty: string | null;
}

/** State of the repository around a folder; null when there is none, or no git. */
export async function gitState(folder: string): Promise<GitState | null> {
  const commit = (await git(folder, 'rev-parse', 'HEAD'))?.text.trim();
  if (commit === undefined || commit === '') return null;
  const [changes, status] = await Promise.all([
    git(folder, 'diff', 'HEAD', '--binary', '--no-ext-diff'),
    git(folder, 'status', '--porcelain=v1', '-z', '--untracked-files=all'),
  ]);
  if (changes === null || status === null || status.text === '') return { commit, dirty: null };
  return {
    commit,
    dirty: createHash('sha256').update(changes.digest).update(status.digest).digest('hex'),
  };
}

interface Output {
  /** The first 64 KiB. */
  readonly text: string;
  /** Of all of it: a diff may be larger than memory should hold. */
  readonly digest: string;
}

const patienceMs = 20_000;

function git(folder: string, ...args: string[]): Promise<Output | null> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', folder, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: patienceMs,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' }, // Looking must not write.
    });
    const hash = createHash('sha256');
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      hash.update(data);
      if (text.length < 65536) text += data.toString('utf8');
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? { text, digest: hash.digest('hex') } : null));
  });
}
