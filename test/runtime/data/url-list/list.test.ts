import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import {
  countRows,
  listRows,
  type ListConfig,
  type ListRow,
} from '../../../../runtime/data/url-list/list/rows.js';
import { temporaryFolder } from '../../../support/stage.js';

const tabs: ListConfig = { delimiter: '\t' };

async function read(content: string | Uint8Array, config: Partial<ListConfig> = {}): Promise<ListRow[]> {
  const path = join(temporaryFolder(), 'list');
  writeFileSync(path, content);
  const found: ListRow[] = [];
  for await (const rows of listRows(path, { ...tabs, ...config })) found.push(...rows);
  return found;
}

const cc3m = 'a "red" ball\thttp://a.org/1.jpg\n"so it begins\thttps://b.org/2.jpg\n';

test('CC3M: caption, URL; quotes are letters', async () => {
  expect(await read(cc3m)).toEqual([
    { row: 1, caption: 'a "red" ball', url: 'http://a.org/1.jpg', wrong: null },
    { row: 2, caption: '"so it begins', url: 'https://b.org/2.jpg', wrong: null },
  ]);
});

test('CC12M: URL, caption; gzip, CRLF and a byte order mark change nothing', async () => {
  const text = '\ufeffhttp://a.org/1.jpg\ta ball\r\n\r\nhttp://b.org/2.jpg\tzwei Bälle\r\n';
  const rows = await read(gzipSync(text));
  expect(rows.map(({ row, url, caption }) => [row, url, caption])).toEqual([
    [1, 'http://a.org/1.jpg', 'a ball'],
    [2, 'http://b.org/2.jpg', 'zwei Bälle'],
  ]);
});

test('columns by the names of a header, in CSV and in Parquet', async () => {
  const named = { url_column: 'image_url', caption_column: 'text' };
  const csv = 'id,text,image_url\n7,"a ball, ""red""",http://a.org/1.jpg\n';
  const expected = [{ row: 1, caption: 'a ball, "red"', url: 'http://a.org/1.jpg', wrong: null }];
  expect(await read(csv, { ...named, delimiter: ',' })).toEqual(expected);
  const parquet = parquetWriteBuffer({
    columnData: [
      { name: 'text', data: ['a ball, "red"'] },
      { name: 'image_url', data: ['http://a.org/1.jpg'] },
    ],
  });
  expect(await read(new Uint8Array(parquet), named)).toEqual(expected);
});

test('a first row without a URL is a header', async () => {
  const rows = await read('caption\turl\na ball\thttp://a.org/1.jpg\n');
  expect(rows).toMatchObject([{ row: 1, url: 'http://a.org/1.jpg' }]);
});

test('columns by place', async () => {
  const rows = await read('7\thttp://a.org/1.jpg\tx\ta ball\n', { url_column: 2, caption_column: 4 });
  expect(rows).toMatchObject([{ url: 'http://a.org/1.jpg', caption: 'a ball' }]);
});

test.each([
  ['http://a.org/1.jpg\tb\tc\n', {}, 'which of the 3 columns holds the captions?'],
  ['a ball;http://a.org/1.jpg\n', {}, 'no column "url" in the first row'],
  ['caption\tlink\n', {}, 'no column "url" in the first row: "caption", "link"'],
  ['a\thttp://a.org/1.jpg\n', { url_column: 3 }, 'so there is no column 3'],
  ['', {}, 'is empty'],
])('%j with %j fails: %s', async (text, config, message) => {
  await expect(read(text, config)).rejects.toThrow(message);
});

test('rows that give no pair say why', async () => {
  const rows = await read('b\thttp://a.org\n\thttp://a.org/2\nc\t\nd\ne\thttp://a.org/5\tmore\n');
  expect(rows.map(({ wrong }) => wrong?.reason ?? null)).toEqual([null, 'empty caption', 'empty URL', 'wrong number of fields', null]); // prettier-ignore
});

test('rows are counted', async () => {
  const path = join(temporaryFolder(), 'list');
  writeFileSync(path, cc3m);
  expect(await countRows(path, tabs)).toBe(2);
});
