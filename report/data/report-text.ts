import { sizeText } from '../../runtime/execute/view/text.js';
import type { Inspected } from '../../runtime/data/inspect/inspect.js';
import type { Spread } from '../../runtime/data/inspect/tally.js';

type Report = Inspected['report'];

/** What is in a data set, for people. */
export function reportText(title: string, report: Report): string {
  const blocks = [
    pairLines(report),
    ...(report.pairs === 0 ? [] : contentBlocks(report)),
    droppedLines(report.dropped),
  ];
  return `${title}\n\n${blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')}`;
}

function contentBlocks({ pictures, captions, classes, duplicates }: Report): string[][] {
  return [pictureLines(pictures), captionLines(captions), classLines(classes), duplicateLines(duplicates)];
}

function line(name: string, text: string): string {
  return `${name.padEnd(14)}${text}`;
}

/** A number with spaces between thousands would not be read back: commas, as in English. */
const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

function spreadText(spread: Spread | null, unit: (value: number) => string = number): string {
  if (spread === null) return 'none';
  const { least, median, mean, p95, most } = spread;
  if (least === most) return `all ${unit(least)}`;
  return `${unit(least)} to ${unit(most)}, median ${unit(median)}, mean ${unit(mean)}, 95 % up to ${unit(p95)}`;
}

function countsText(counts: Readonly<Record<string, number>>, most = 6): string {
  const entries = Object.entries(counts);
  const shown = entries.slice(0, most).map(([name, count]) => `${name} ${number(count)}`);
  return [...shown, ...(entries.length > most ? [`and ${entries.length - most} more`] : [])].join(', ');
}

function pairLines({ pairs, poisoned, attacks }: Report): string[] {
  return [
    line('pairs', number(pairs)),
    line(
      'poisoned',
      poisoned === 0 ? 'none' : `${number(poisoned)} (${((100 * poisoned) / pairs).toFixed(2)} %)`,
    ),
    ...attacks.map(({ count, target, labels, description }) =>
      line('attack', `${number(count)} pairs for "${target}", ${labels} labels: ${description}`),
    ),
  ];
}

function pictureLines({
  formats,
  bytes,
  width,
  height,
  shortSides,
  elongated,
  stored,
}: Report['pictures']): string[] {
  const largest = Math.max(1, ...shortSides.map(({ count }) => count));
  const groups = shortSides.map(({ from, below, count }) => {
    const range = below === null ? `${from} and more` : `${from} to ${below - 1}`;
    return line(
      '',
      `${range.padEnd(14)}${'█'.repeat(Math.ceil((30 * count) / largest)).padEnd(31)}${number(count)}`,
    );
  });
  return [
    line('formats', countsText(formats)),
    ...(bytes === null
      ? []
      : [line('files', `${sizeText(bytes.total)}; ${spreadText(bytes, (value) => sizeText(value))}`)]),
    line('width', spreadText(width)),
    line('height', spreadText(height)),
    ...(shortSides.length < 2 ? [] : [line('short side', ''), ...groups]),
    ...(elongated === 0 ? [] : [line('elongated', `${number(elongated)} more than twice as long as short`)]),
    line('stored as', countsText(stored)),
  ];
}

function captionLines({
  total,
  perPicture,
  characters,
  words,
  tokens,
  long,
  withoutWords,
}: Report['captions']): string[] {
  return [
    line('captions', `${number(total)}; for a picture ${spreadText(perPicture)}`),
    line('characters', spreadText(characters)),
    line('words', spreadText(words)),
    line('tokens', spreadText(tokens)),
    ...(long === 0 ? [] : [line('too long', `${number(long)} of more than 77 tokens: CLIP cuts them`)]),
    ...(withoutWords === 0 ? [] : [line('no words', `${number(withoutWords)}: EDA leaves them as they are`)]),
  ];
}

function classLines({ count, unlabelled, pairs, largest, smallest, balance }: Report['classes']): string[] {
  if (count === 0) return [line('classes', 'none')];
  const sizes = (list: typeof largest) => list.map((one) => `${one.name} ${number(one.pairs)}`).join(', ');
  return [
    line('classes', `${number(count)}; pairs in one ${spreadText(pairs)}`),
    ...(balance === null ? [] : [line('balance', `${balance.toFixed(3)} (1: all classes of one size)`)]),
    line('largest', sizes(largest)),
    line('smallest', sizes(smallest)),
    ...(unlabelled === 0 ? [] : [line('unlabelled', number(unlabelled))]),
  ];
}

function duplicateLines({ exact, near, captions }: Report['duplicates']): string[] {
  const text = (caption: string) =>
    JSON.stringify(caption.length > 60 ? `${caption.slice(0, 59)}…` : caption);
  return [
    line(
      'duplicates',
      exact.repeats === 0
        ? 'no picture is there twice'
        : `${number(exact.repeats)} pictures are there before, pixel by pixel`,
    ),
    ...exact.examples.map(({ id, times }) => line('', `${number(times)} x ${id}`)),
    line(
      'look alike',
      near.pictures === 0
        ? 'no others'
        : `${near.complete ? '' : 'at least '}${number(near.pictures)} pictures look like another one`,
    ),
    ...near.examples.map(({ first, second, bits }) =>
      line('', `${first} and ${second} (${bits} of 64 bits differ)`),
    ),
    line(
      'same caption',
      captions.repeats === 0 ? 'none' : `${number(captions.repeats)} captions are there before`,
    ),
    ...captions.examples.map(({ caption, times }) => line('', `${number(times)} x ${text(caption)}`)),
  ];
}

function droppedLines({ total, reasons, examples }: Report['dropped']): string[] {
  if (total === 0) return [line('left out', 'nothing')];
  return [
    line('left out', `${number(total)} rows`),
    ...Object.entries(reasons).map(([reason, count]) => line('', `${number(count)} x ${reason}`)),
    ...examples
      .slice(0, 5)
      .map(({ row, reason, detail }) =>
        line(
          '',
          `${typeof row === 'number' ? `row ${row}` : row}: ${reason}${detail === undefined ? '' : `: ${detail}`}`,
        ),
      ),
  ];
}
