import type { SourceMonitor } from '../source.js';
import type { DownloadSettings, UrlListConfig } from './config.js';
import type { Journal } from './journal/journal.js';
import { isKept, type Outcome } from './journal/record.js';
import { isSettled } from './journal/settled.js';
import type { Resolve } from './net/resolve.js';
import { adopted } from './pictures/adopt.js';
import { FileNames } from './pictures/names.js';
import { PictureThreads } from './pictures/threads.js';
import { DownloadProgress } from './progress.js';
import { Downloader, type Wanted } from './queue/downloader.js';

export interface DownloadOptions {
  readonly root: string;
  readonly config: UrlListConfig;
  readonly settings: DownloadSettings;
  readonly monitor: SourceMonitor;
  readonly journal: Journal;
  /** Threads that make pictures. */
  readonly threads: number;
  readonly resolve?: Resolve;
}

/** The URLs that are wanted, in pieces; read twice. */
export type Urls = () => AsyncIterable<readonly string[]>;

/** How often it is looked whether the stage shall stop. */
const lookMs = 200;

/**
 * Brings every URL that is not settled to an outcome in the journal.
 * @throws what the monitor throws when the stage shall stop; StageFailure when the network is down
 */
export async function download(urls: Urls, options: DownloadOptions): Promise<void> {
  const { root, config, settings, monitor, journal, resolve } = options;
  monitor.progress('looking what is there', 0);
  const progress = new DownloadProgress(monitor, await countUrls(urls));
  const threads = new PictureThreads(options.threads, { root, options: config });
  const onOutcome = (outcome: Outcome) => {
    journal.add(outcome);
    underWay.delete(outcome.url);
    progress.outcome(!isKept(outcome));
  };
  const underWay = new Set<string>();
  const downloader = new Downloader({ config, settings, threads, onOutcome, ...(resolve && { resolve }) });
  const look = setInterval(() => {
    try {
      monitor.checkStop();
    } catch (error) {
      downloader.abort(error);
    }
  }, lookMs);
  try {
    await downloader.run(wanted(urls, options, underWay, progress, onOutcome));
  } finally {
    clearInterval(look);
    await downloader.close();
    await threads.close();
    journal.sync();
  }
}

async function countUrls(urls: Urls): Promise<number> {
  let count = 0;
  for await (const some of urls()) count += some.length;
  return count;
}

/** The URLs that are left, each once. */
async function* wanted(
  urls: Urls,
  { root, config, settings, journal }: DownloadOptions,
  underWay: Set<string>,
  progress: DownloadProgress,
  onOutcome: (outcome: Outcome) => void,
): AsyncGenerator<Wanted> {
  const settling = { ...config, ...settings };
  const names = new FileNames({ ...config, names: settings.names });
  for await (const some of urls()) {
    for (const one of some) {
      // A copy, since the text of a row holds on to the piece of the file that it was cut out of.
      const url = Buffer.from(one).toString();
      const name = names.of(url);
      const before = journal.find(url);
      if (underWay.has(url) || isSettled(before, root, settling)) {
        progress.known(before !== null && !isKept(before));
        continue;
      }
      const found = name === null || before !== null ? null : await adopted(root, name, config);
      underWay.add(url);
      if (found === null) yield { url, name };
      else onOutcome({ url, ...found });
    }
  }
}
