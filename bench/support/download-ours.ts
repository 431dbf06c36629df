/** Downloads a list with the source of data sets: <list.tsv> <folder> <concurrency> <resolution> <exact|fast>. */
import { urlListSource } from '../../runtime/data/url-list/source.js';

const [path, root, concurrency, resolution, resize] = process.argv.slice(2) as [string, string, string, string, string]; // prettier-ignore
const atOnce = Number(concurrency);
const source = urlListSource(
  {
    kind: 'url-list',
    delimiter: '\t',
    resolution: Number(resolution),
    resize: resize as 'exact' | 'fast',
    format: 'png',
    quality: 95,
    max_megabytes: 20,
    max_megapixels: 50,
    pass: 1,
  },
  {
    paths: { path, root },
    download: {
      concurrency: atOnce,
      per_host: atOnce,
      connect_seconds: 5,
      seconds: 10,
      retries: 0,
      retry_seconds: 1,
      max_wait_seconds: 60,
      redirects: 5,
      user_agent: 'bench',
      allow_addresses: ['127.0.0.1/32'],
      retry: 'temporary',
      names: 'crc32',
    },
  },
  { progress: () => undefined, checkStop: () => undefined, wantsPixels: () => false },
);
const begun = performance.now();
let pictures = 0;
for await (const row of source.rows()) if ('pair' in row) pictures += 1;
console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1000, pictures }));
process.exit(0);
