// What the settings that the launcher gives to stages' processes are worth: each is left out in turn.
//   npm run bench:settings -- [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisMachine } from '../runtime/bench/machine.js';
import { secondsAStep } from '../runtime/bench/measurement.js';
import { inProcess } from '../runtime/bench/process.js';
import { standardCases } from '../runtime/bench/standard.js';
import { standInData } from '../runtime/bench/stand-in.js';
import { Slots } from '../runtime/execute/slots.js';
import { median } from './support/peer.js';

const rounds = Number(process.argv[2] ?? 5);
const names = process.argv.slice(3);
const { cores } = await thisMachine();
const given = new Slots({ cores, gpus: [], jobs: 1 }).take('pretrain')!.environment;
const threads = (count: number) => ({
  TF_NUM_INTRAOP_THREADS: String(count),
  OMP_NUM_THREADS: String(count),
});

const variants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'as they are given': given,
  'without huge pages': { ...given, GLIBC_TUNABLES: 'glibc.malloc.hugetlb=0' },
  'without oneDNN': { ...given, TF_ENABLE_ONEDNN_OPTS: '0' },
  'one thread': { ...given, ...threads(1) },
  'twice the threads': { ...given, ...threads(2 * cores) },
  'one operation at a time': { ...given, TF_NUM_INTEROP_THREADS: '1' },
};

const folder = mkdtempSync(join(tmpdir(), 'expc-settings-'));
try {
  const measure = inProcess(new AbortController().signal);
  const cases = standardCases.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const { name, case: one, evaluation } of cases) {
    const seconds = new Map<string, number[]>();
    const memory = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++)
      for (const [variant, environment] of Object.entries(variants)) {
        const request = { case: one, data: standInData(one, folder), evaluation, seconds: 2 };
        const measured = await measure(request, environment);
        seconds.set(variant, [...(seconds.get(variant) ?? []), secondsAStep(measured)]);
        memory.set(variant, [...(memory.get(variant) ?? []), measured.memory_bytes]);
      }
    const base = median(seconds.get('as they are given')!);
    console.log(name);
    for (const [variant, times] of seconds) {
      const step = (1000 * median(times)).toFixed(1).padStart(9);
      const ratio = (median(times) / base).toFixed(2).padStart(6);
      const bytes = (median(memory.get(variant)!) / 2 ** 20).toFixed(0).padStart(7);
      console.log(`  ${variant.padEnd(24)} ${step} ms  ${ratio}  ${bytes} MB`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
