import type { View } from 'vega';
import { amount, element, runLink } from './dom.js';
import type { Row } from './parts.js';
import { searchRuns } from './runs.js';

type Ranges = Readonly<Record<string, unknown>>;

const mostLinks = 6;

/** Says which evaluations lie in the rectangle that is drawn with the mouse, and links their runs. */
export function watchBrush(
  view: View,
  { x, y }: { readonly x: string; readonly y: string },
  rows: readonly Row[],
  status: HTMLElement,
): void {
  let waiting = 0;
  view.addSignalListener('brush', (_name, value) => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => tell((value ?? {}) as Ranges));
  });
  const tell = (ranges: Ranges) => {
    const [across, down] = [rangesOf(ranges[x]), rangesOf(ranges[y])];
    if (across.length === 0 || down.length === 0) {
      status.replaceChildren();
      return;
    }
    const inside = rows.filter((row) => isIn(row[x], across) && isIn(row[y], down));
    const runs = [...new Set(inside.flatMap(({ run }) => (typeof run === 'string' ? [run] : [])))];
    const links = runs.slice(0, mostLinks).map((run) => element('a', { href: runLink(run) }, run));
    const list = element('button', { type: 'button', class: 'link' }, 'list them');
    list.addEventListener('click', () => searchRuns(new Set(runs)));
    status.replaceChildren(
      `${amount(inside.length, 'mark')} of ${amount(runs.length, 'run')}${runs.length > 0 ? ': ' : ''}`,
      ...links.flatMap((link) => [link, ' ']),
      ...(runs.length > 0 ? [runs.length > mostLinks ? '… ' : '', list] : []),
    );
  };
}

/** `[low, high]`, or a list of them. */
function rangesOf(value: unknown): [number, number][] {
  if (!Array.isArray(value) || value.length === 0) return [];
  return (Array.isArray(value[0]) ? value : [value]) as [number, number][];
}

function isIn(value: unknown, ranges: readonly [number, number][]): boolean {
  return (
    typeof value === 'number' && ranges.some(([a, b]) => value >= Math.min(a, b) && value <= Math.max(a, b))
  );
}
