import { element } from './dom.js';
import { runOf } from './runs-data.js';

export interface Datum {
  readonly run?: unknown;
}

/** Shows what a mark stands for beside a point of the window. */
export function showTooltip(value: unknown, datum: Datum, x: number, y: number): void {
  const box = document.getElementById('tooltip')!;
  box.replaceChildren(...contentOf(value, datum));
  box.hidden = false;
  const { width, height } = box.getBoundingClientRect();
  const left = x + 14 + width > innerWidth ? x - 14 - width : x + 14;
  const top = Math.min(Math.max(4, y + 12), innerHeight - height - 4);
  box.style.left = `${Math.max(4, left)}px`;
  box.style.top = `${top}px`;
}

export function hideTooltip(): void {
  document.getElementById('tooltip')!.hidden = true;
}

/** The same as a sentence, for screen readers. */
export function spoken(value: unknown, datum: Datum): string {
  return linesOf(value, datum)
    .map(([name, text]) => `${name} ${text}`)
    .join(', ');
}

function contentOf(value: unknown, datum: Datum): Node[] {
  const rows = linesOf(value, datum).flatMap(([name, text]) => [
    element('dt', {}, name),
    element('dd', {}, text),
  ]);
  const hasRun = typeof datum.run === 'string';
  return [
    element('dl', {}, ...rows),
    ...(hasRun ? [element('p', { class: 'quiet' }, 'click: the run')] : []),
  ];
}

/** Parameters of the run in place of its name, then what the figure says of the mark. */
function linesOf(value: unknown, datum: Datum): [string, string][] {
  const run = typeof datum.run === 'string' ? runOf(datum.run) : undefined;
  const own: [string, unknown][] =
    typeof value === 'object' && value !== null ? Object.entries(value) : [['', value]];
  const said = own
    .filter(
      ([name, text]) =>
        text !== null &&
        text !== undefined &&
        text !== 'null' &&
        !(run !== undefined && (name === 'run' || text === datum.run)),
    )
    .map(([name, text]): [string, string] => [name, rounded(name, String(text))]);
  return [...(run === undefined ? [] : run.labels), ...said];
}

/** Percentages to two digits, other long fractions to four. */
function rounded(name: string, text: string): string {
  if (!/^-?\d+\.\d{3,}$/.test(text)) return text;
  return name.includes('%') ? Number(text).toFixed(2) : String(Number(Number(text).toPrecision(4)));
}
