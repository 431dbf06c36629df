import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { temporaryFolder } from '../../store/support/folder.js';

/** What a GPU is said to be doing: MiB in use, and percent of its time. */
export interface SaidOfGpu {
  readonly used: number;
  readonly percent?: number;
}

/**
 * Puts a program `nvidia-smi` in front of the PATH that says this of GPUs named GPU-0, GPU-1 and so on, until the test
 * ends; returns a function that changes what it says.
 */
export function fakeNvidiaSmi(...gpus: readonly SaidOfGpu[]): (...gpus: readonly SaidOfGpu[]) => void {
  const folder = temporaryFolder();
  const said = join(folder, 'said');
  mkdirSync(folder, { recursive: true });
  const say = (...all: readonly SaidOfGpu[]) => {
    const lines = all.map(({ used, percent = 0 }, i) => `${i} GPU-${i} ${used} ${percent}\n`).join('');
    writeFileSync(`${said}.new`, lines);
    renameSync(`${said}.new`, said); // A program that reads it meanwhile sees the one or the other.
  };
  say(...gpus);
  const script = `#!/bin/sh
while read -r index uuid used percent; do
  line=
  for field in $(echo "\${1#--query-gpu=}" | tr , ' '); do
    case $field in
      index) value=$index ;; uuid) value=$uuid ;;
      memory.used) value=$used ;; utilization.gpu) value=$percent ;;
      *) echo "Field \\"$field\\" is not a valid field to query."; exit 2 ;;
    esac
    line="$line, $value"
  done
  echo "\${line#, }"
done < '${said}'
`;
  writeFileSync(join(folder, 'nvidia-smi'), script);
  chmodSync(join(folder, 'nvidia-smi'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env.PATH ?? dirname('/bin/sh')}`);
  vi.stubEnv('CUDA_VISIBLE_DEVICES', undefined);
  vi.stubEnv('EXPC_TENSORFLOW', undefined);
  return say;
}
