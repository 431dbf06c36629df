import type { Legend, LegendEntry } from '../figures/legend.js';
import { element, svgElement } from './dom.js';
import { turned } from './recolor.js';
import { isDark } from './theme.js';

/** Fills a legend with a button for each series. `changed` is told what is hidden. */
export function drawLegend(box: HTMLElement, legend: Legend, hidden: Set<string>, changed: () => void): void {
  box.hidden = legend.entries.length < 2;
  const buttons = legend.entries.map((entry) => button(entry, hidden, changed));
  const title = legend.title === null ? [] : [element('span', { class: 'legend-title' }, legend.title)];
  box.replaceChildren(...title, ...buttons);
}

function button(entry: LegendEntry, hidden: Set<string>, changed: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', title: `hide or show ${entry.label}` }, entry.label);
  made.prepend(symbol(entry));
  const show = () => made.setAttribute('aria-pressed', String(!hidden.has(entry.label)));
  made.addEventListener('click', () => {
    if (!hidden.delete(entry.label)) hidden.add(entry.label);
    show();
    changed();
  });
  show();
  return made;
}

/** Vega's symbols in the square -1..1. */
const paths: Readonly<Record<string, string>> = {
  square: 'M-.85,-.85h1.7v1.7h-1.7Z',
  'triangle-up': 'M0,-.9L1,.8L-1,.8Z',
  'triangle-down': 'M0,.9L1,-.8L-1,-.8Z',
  'triangle-right': 'M.9,0L-.8,1L-.8,-1Z',
  'triangle-left': 'M-.9,0L.8,1L.8,-1Z',
  diamond: 'M0,-1L.8,0L0,1L-.8,0Z',
  cross: 'M-.33,-1h.66v.67h.67v.66h-.67v.67h-.66v-.67h-.67v-.66h.67Z',
  stroke: 'M-1,-.15h2v.3h-2Z',
};

function symbol({ color, shape }: LegendEntry): SVGElement {
  const fill = isDark() ? turned(color) : color;
  const drawn =
    shape === 'circle'
      ? svgElement('circle', { r: '.9', fill })
      : svgElement('path', { d: shape.startsWith('M') ? shape : (paths[shape] ?? paths['square']!), fill });
  const svg = svgElement('svg', {
    viewBox: '-1.1 -1.1 2.2 2.2',
    width: '13',
    height: '13',
    'aria-hidden': 'true',
  });
  svg.append(drawn);
  return svg;
}
