import { readFileSync } from 'node:fs';
import { UsageError } from './exit.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'cannot be read: permission denied',
};

/** The text of a file that the call named. */
export function readNamed(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`\`${file}\` ${reasons[code ?? ''] ?? `cannot be read: ${message}`}`);
  }
}
