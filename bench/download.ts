/**
 * Downloading pictures from a server on this machine, beside the original study's way: Python with requests, a pool of
 * threads and Pillow: npm run bench:download [-- <pictures> <at once> <rounds>]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { median } from './support/peer.js';
import { pythonWith } from './support/venv.js';

const given = process.argv.slice(2).map(Number);
const [pictures, atOnce, rounds] = [2000, 32, 3].map((value, i) => given[i] ?? value) as [number, number, number]; // prettier-ignore
const resolution = '224';

interface Answer {
  readonly seconds: number;
  readonly pictures: number;
  readonly version?: string;
}

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const python = await pythonWith('download', 'requests==2.32.5', 'Pillow==12.0.0');
const server = execa(process.execPath, [beside('support/picture-server.js')], { buffer: false });
server.catch(() => undefined);
const folder = mkdtempSync(join(tmpdir(), 'expc-download-'));

async function run(name: string, command: string, args: readonly string[]): Promise<Answer> {
  const root = join(folder, 'pictures');
  rmSync(root, { recursive: true, force: true });
  const { stdout } = await execa(command, [...args]);
  const answer = JSON.parse(stdout.trim().split('\n').at(-1)!) as Answer;
  if (answer.pictures !== pictures)
    throw new Error(`${name} kept ${answer.pictures} of ${pictures} pictures`);
  return answer;
}

try {
  const port = await new Promise<string>((resolve) => server.stdout.once('data', (text) => resolve(String(text).trim()))); // prettier-ignore
  const list = join(folder, 'list.tsv');
  const row = (_: unknown, i: number) => `a picture\thttp://127.0.0.1:${port}/${i}.jpg\n`;
  writeFileSync(list, Array.from({ length: pictures }, row).join(''));
  const args = [list, join(folder, 'pictures'), String(atOnce), resolution];
  const peerScript = beside('../../bench/peer/download.py');
  const sides = {
    'expc, exact': () =>
      run('expc', process.execPath, [beside('support/download-ours.js'), ...args, 'exact']),
    'expc, fast': () => run('expc', process.execPath, [beside('support/download-ours.js'), ...args, 'fast']),
    peer: () => run('the peer', python, [peerScript, ...args]),
  };
  const seconds = new Map<string, number[]>();
  let version = '';
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of Object.entries(sides)) {
      const answer = await side();
      version = answer.version ?? version;
      seconds.set(name, [...(seconds.get(name) ?? []), answer.seconds]);
    }
  console.log(`${pictures} JPEGs of 300 to 500 px to PNGs of ${resolution} px, ${atOnce} at once; median of ${rounds} rounds`); // prettier-ignore
  const peer = median(seconds.get('peer')!);
  for (const [name, taken] of seconds) {
    const middle = median(taken);
    const what = name === 'peer' ? version : name;
    console.log(`${what}: ${(pictures / middle).toFixed(0)} pictures/s, ${(peer / middle).toFixed(2)} times the peer`); // prettier-ignore
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
