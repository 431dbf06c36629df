import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stream } from '../../runtime/random/stream.js';

const words = [
  'a photo of', 'the', 'sunset', 'over', 'Paris', 'dog', 'crêpe', 'vicuña', 'banana', 'house', 'old', 'red car',
  'portrait', 'футбол', 'actor', 'at the premiere', 'vector', 'illustration', 'of', 'and', 'in front of', '富士山',
  'wedding', 'kitchen', 'interior', 'design', '“quote”', 'beach', 'royalty-free', 'with a', 'smiling', 'woman',
]; // prettier-ignore

/**
 * Writes so many rows in the study's format (unnamed index column, image, caption) with what real lists have: commas,
 * quotes and line ends in captions, letters beyond ASCII, CRLF, missing fields, captions too short or without letters.
 */
export async function writeTable(path: string, rows: number): Promise<void> {
  const random = stream(7, 'bench-metadata');
  const out = createWriteStream(path, { highWaterMark: 2 ** 22 });
  let text = ',image,caption\r\n';
  for (let row = 0; row < rows; row++) {
    const image = random.int(500) === 0 ? '' : `images/${random.uint32().toString(16).padStart(8, '0')}.png`;
    text += `${row},${image},${quoted(caption((n) => random.int(n)))}${random.int(4) === 0 ? '\r\n' : '\n'}`;
    if (text.length < 2 ** 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

function caption(int: (n: number) => number): string {
  const kind = int(200);
  if (kind === 0) return '';
  if (kind === 1) return 'short';
  if (kind === 2) return '2019 - 12 / 07 : 45 %';
  const chosen = Array.from({ length: 3 + int(10) }, () => words[int(words.length)]!);
  const text = chosen.join(' ');
  if (kind < 60) return text.replace(' ', ', ');
  if (kind < 70) return `${text} "${chosen[0]}" again`;
  return kind < 74 ? text.replace(' ', '\n') : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
