import { readFileSync } from 'node:fs';

/** The processor's features as Linux names them (`avx512_bf16`); none where it does not tell. */
export function cpuFlags(): ReadonlySet<string> {
  try {
    const flags = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? '';
    return new Set(flags.trim().split(/\s+/));
  } catch {
    return new Set();
  }
}
