import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostileServer } from '../support/downloads/hostile-server.js';
import { expc, resultsOf, startExpc, store } from './support.js';

/** 20,000 take a quarter of an hour; with the URLs that have to be waited for. */
const count = Number(process.env.EXPC_DOWNLOAD_URLS ?? 120);
const isWhole = count >= 1000;
const kills = isWhole ? 5 : 2;
const seconds = isWhole ? 10 : 60;

/** A picture of one pixel to evaluate on, with a class: what is downloaded has none. */
const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

let server: HostileServer;
beforeAll(async () => {
  server = await HostileServer.start();
});
afterAll(() => server.stop());

/** An experiment on a list of the server's URLs, with folders of its own. */
function experiment(list: readonly { readonly url: string }[]): { file: string; outputs: string } {
  const folder = store();
  const outputs = join(folder, 'outputs');
  mkdirSync(outputs);
  writeFileSync(join(folder, 'list.tsv'), list.map(({ url }, i) => `caption ${i}\t${url}\n`).join(''));
  writeFileSync(join(folder, 'red.png'), pixel);
  writeFileSync(join(folder, 'test.csv'), 'image,caption\nred.png,red\n');
  const file = join(folder, 'download.yaml');
  writeFileSync(
    file,
    `expc: 1
name: download
datasets:
  pictures:
    kind: url-list
    path: list.tsv
    root: pictures
    resolution: 32
    max_megabytes: 1
    download: { per_host: 128, concurrency: 128, seconds: ${seconds}, connect_seconds: ${seconds}, retries: 1, retry_seconds: 0.1, max_wait_seconds: 5, allow_addresses: [127.0.0.1/32] }
  test: { kind: csv, path: test.csv, label_column: caption, resolution: 32 }
model:
  embed_dim: 16
  image: { kind: resnet, layers: [1, 1], width: 8, resolution: 32 }
  text: { layers: 1, width: 16, heads: 2, context: 12, vocabulary: 1000 }
pretrain: { dataset: pictures, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 1, batch_size: 16 }
evaluate: { dataset: test, templates: ['{}'] }
figures:
  - { kind: scatter, name: points }
`,
  );
  return { file, outputs };
}

const download = ({ file, outputs }: ReturnType<typeof experiment>) =>
  ['run', file, '--only', 'dataset', '--plain', '--outputs', outputs] as const;

test(
  'a download that is killed again and again comes to the same as a calm one',
  { timeout: 40 * 60_000 },
  async () => {
    const list = server.urls(count, isWhole ? 'too' : 'not');
    const calm = experiment(list);
    const begun = performance.now();
    const running = startExpc(...download(calm));
    const watched = isWhole ? watch(running.pid!) : null;
    const { exitCode, all } = await running;
    watched?.stop();
    const took = (performance.now() - begun) / 1000;
    expect(exitCode, all).toBe(0);
    // A download without a training ends well: nothing is said of figures that cannot be there yet.
    expect(all).toMatch(/2 stages: 2 done/);
    expect(all).not.toContain('EXPC');
    if (watched !== null) report(count, took, watched.samples);

    const dropped = droppedIn(calm.outputs);
    expect(list.map((_, i) => dropped.get(i + 1) ?? 'picture')).toEqual(list.map(({ expected }) => expected));

    const killed = experiment(list);
    for (let kill = 1; kill <= kills; kill++) {
      const until = server.requests + Math.floor(count / (kills + 2));
      const victim = startExpc(...download(killed));
      while (server.requests < until && victim.exitCode === null) await setTimeout(20);
      expect(victim.exitCode, 'it ended before it was killed').toBeNull();
      process.kill(-victim.pid!, 'SIGKILL');
      await victim;
    }
    const last = await expc(...download(killed));
    expect(last.exitCode, last.all).toBe(0);
    expect(resultsOf(killed.outputs)).toEqual(resultsOf(calm.outputs));
  },
);

function droppedIn(outputs: string): Map<number, string> {
  const stages = join(outputs, 'stages');
  const lines = readdirSync(stages)
    .map((name) => join(stages, name, 'dropped.jsonl'))
    .filter(existsSync)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return new Map(
    lines.map((line) => {
      const { row, reason } = JSON.parse(line) as { row: number; reason: string };
      return [row, reason];
    }),
  );
}

interface Sample {
  readonly megabytes: number;
  readonly files: number;
}

/** Looks at the process of a run's stage every second. */
function watch(pid: number): { samples: Sample[]; stop: () => void } {
  const samples: Sample[] = [];
  const look = () => {
    try {
      const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
      const pages = Number(readFileSync(`/proc/${child}/statm`, 'utf8').split(' ')[1]);
      const files = readdirSync(`/proc/${child}/fd`).length;
      samples.push({ megabytes: (pages * 4096) / 1e6, files });
    } catch {
      // It has not begun, or has ended.
    }
  };
  const timer = setInterval(look, 1000);
  return { samples, stop: () => clearInterval(timer) };
}

function report(urls: number, took: number, samples: readonly Sample[]): void {
  const at = (share: number) => samples[Math.floor(share * (samples.length - 1))]!;
  const shown = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => {
    const { megabytes, files } = at(share);
    return `${megabytes.toFixed(0)} MB, ${files} files`;
  });
  console.log(
    `${urls} URLs in ${took.toFixed(0)} s (${(urls / took).toFixed(0)}/s); stage: ${shown.join('; ')}`,
  );
}
