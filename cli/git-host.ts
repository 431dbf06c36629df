import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import type { Host, ReadResult } from '../compiler/document/host.js';
import { UsageError } from './exit.js';
import { fileHost } from './host.js';

/**
 * Files as they were at a revision of the git repository around a folder. Data files, which git seldom has, are read
 * from the file system.
 */
export function gitHost(revision: string, folder: string): Host {
  const within = git(folder, ['rev-parse', '--show-toplevel'], `\`${folder}\` is in no git repository`);
  const top = within.toString().trim();
  const commit = git(
    folder,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `git knows no revision \`${revision}\``,
  )
    .toString()
    .trim();
  const files = fileHost();
  const read = (path: string): Buffer | null => {
    const name = relative(top, resolve(path));
    try {
      return execFileSync('git', ['-C', folder, 'show', `${commit}:${name}`], {
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 26,
      });
    } catch {
      return null;
    }
  };
  return {
    readText: (path) => asText(read(path)),
    digest: (path) => {
      const bytes = read(path);
      if (bytes === null) return files.digest(path);
      return {
        ok: true,
        value: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
      };
    },
    listing: (path) => files.listing(path),
    size: (path) => files.size(path),
    environment: (name) => files.environment(name),
  };
}

function asText(bytes: Buffer | null): ReadResult<string> {
  if (bytes === null) return { ok: false, reason: 'missing', detail: '' };
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'not-text', detail: 'not UTF-8' };
  }
}

function git(folder: string, args: readonly string[], problem: string): Buffer {
  try {
    return execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    throw new UsageError(
      problem,
      '`file@revision` needs git, and a revision such as `HEAD~1`, a branch or a tag',
    );
  }
}
