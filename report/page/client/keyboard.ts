import type { View } from 'vega';
import { element, runLink } from './dom.js';
import { marksOf, type Mark } from './marks.js';
import { hideTooltip, showTooltip, spoken } from './tooltip.js';

/** Lets the arrow keys go through the marks of a picture; Enter opens the run. */
export function walkable(container: HTMLElement, status: HTMLElement, viewOf: () => View | null): void {
  let marks: Mark[] | null = null;
  let at = -1;
  const ring = element('span', { class: 'ring', 'aria-hidden': 'true' });
  const leave = () => {
    ring.remove();
    hideTooltip();
    marks = null;
    at = -1;
  };
  container.addEventListener('blur', leave);
  container.addEventListener('keydown', (event) => {
    const view = viewOf();
    const step = steps[event.key];
    if (event.key === 'Escape') {
      leave();
      return;
    }
    const run = marks?.[at]?.datum.run;
    if (event.key === 'Enter' && typeof run === 'string') return void (location.hash = runLink(run));
    if (step === undefined || view === null) return;
    event.preventDefault();
    marks ??= marksOf(view);
    if (marks.length === 0) return;
    at =
      step === 'first' ? 0 : step === 'last' ? marks.length - 1 : (at + step + marks.length) % marks.length;
    const { x, y, tooltip, datum } = marks[at]!;
    ring.style.left = `${x}px`;
    ring.style.top = `${y}px`;
    container.append(ring);
    const { left, top } = container.getBoundingClientRect();
    showTooltip(tooltip, datum, left + x - container.scrollLeft, top + y);
    status.textContent = `${at + 1} of ${marks.length}: ${spoken(tooltip, datum)}`;
  });
}

const steps: Readonly<Record<string, number | 'first' | 'last' | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 25,
  PageUp: -25,
  Home: 'first',
  End: 'last',
};
