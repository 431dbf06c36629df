import { createHash } from 'node:crypto';
import type { Host, ReadResult } from '../../compiler/document/host.js';

/** A host whose files are in memory: name → text. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Host {
  const read = (path: string): ReadResult<string> => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? { ok: false, reason: 'missing', detail: '' } : { ok: true, value: text };
  };
  return {
    readText: read,
    digest: (path) => {
      const file = read(path);
      if (!file.ok) return file;
      const bytes = Buffer.from(file.value);
      return {
        ok: true,
        value: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
      };
    },
    listing: (path) => {
      const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      if (inside.length === 0) return { ok: false, reason: 'missing', detail: '' };
      const text = inside.sort().map((name) => `${name.slice(path.length + 1)} ${files[name]!.length}\n`);
      return { ok: true, value: { sha256: createHash('sha256').update(text.join('')).digest('hex') } };
    },
    size: (path) => {
      const file = read(path);
      return file.ok ? { ok: true, value: Buffer.byteLength(file.value) } : file;
    },
    environment: (name) => environment[name],
  };
}
