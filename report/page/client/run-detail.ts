import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Columns } from '../columns.js';
import { element } from './dom.js';
import { part, toRows, type Row } from './parts.js';
import { recolored } from './recolor.js';
import { cellText, runList, runOf, type RunInfo } from './runs-data.js';
import { isDark } from './theme.js';

/** Shows the run that the address names: its values, and how it went. */
export function showRun(): void {
  const box = document.getElementById('run-detail');
  const name = nameIn(location.hash);
  const run = name === null ? undefined : runOf(name);
  if (box === null) return;
  if (name === null) box.replaceChildren();
  else if (run === undefined) box.replaceChildren(element('p', {}, `There is no run ${name}.`));
  else fill(box, name, run);
}

function fill(box: HTMLElement, name: string, run: RunInfo): void {
  const values = runList().columns.flatMap(({ key, name: title, kind }) => [
    element('dt', {}, title),
    element(
      'dd',
      {},
      `${cellText(run.row[key], kind)}${kind === 'percent' && run.row[key] !== null ? ' %' : ''}`,
    ),
  ]);
  const stage = String(run.row['stage'] ?? '');
  const log = element('button', { type: 'button', class: 'link', 'data-log': stage }, 'its log');
  const close = element('a', { href: '#runs', class: 'close' }, 'close');
  const plot = element('div', {
    class: 'view small',
    role: 'img',
    'aria-label': `Accuracy and attack success rate of ${name} by epoch`,
  });
  box.replaceChildren(
    element('h3', {}, name),
    element(
      'p',
      { class: 'quiet' },
      'measured in ',
      element('code', {}, stage),
      ' ',
      ...('live' in document.body.dataset ? [log, ' '] : []),
      close,
    ),
    element('div', { class: 'pair' }, element('dl', { class: 'values' }, ...values), plot),
  );
  void draw(plot, pointsOf(name));
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: 'nearest' });
}

function nameIn(hash: string): string | null {
  try {
    return hash.startsWith('#run=') ? decodeURIComponent(hash.slice('#run='.length)) : null;
  } catch {
    return null;
  }
}

function pointsOf(name: string): Row[] {
  const points = part<Columns>('points');
  if (points === undefined) return [];
  return toRows(points)
    .filter((row) => row['run'] === name)
    .flatMap(({ epoch, accuracy, asr }) => [
      ...(accuracy === null ? [] : [{ epoch: epoch!, value: accuracy!, what: 'accuracy' }]),
      ...(asr === null ? [] : [{ epoch: epoch!, value: asr!, what: 'ASR' }]),
    ]);
}

async function draw(box: HTMLElement, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const view = new View(parse(recolored(spec, isDark()) as Spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    logLevel: 0,
  });
  view.data('rows', [...rows]);
  await view.initialize(box).runAsync();
}

const position = { x: { scale: 'x', field: 'epoch' }, y: { scale: 'y', field: 'value' } };
const axis = {
  labelColor: '#222222',
  titleColor: '#222222',
  tickColor: '#222222',
  titleFontWeight: 'normal',
  domain: false,
} as const;

const spec: Spec = {
  width: 300,
  height: 150,
  padding: 5,
  autosize: 'pad',
  data: [{ name: 'rows' }],
  scales: [
    { name: 'x', type: 'linear', range: 'width', domain: { data: 'rows', field: 'epoch' }, zero: false },
    { name: 'y', type: 'linear', range: 'height', domain: [0, 100] },
    { name: 'color', type: 'ordinal', domain: ['accuracy', 'ASR'], range: ['#0072B2', '#D7191C'] },
  ],
  axes: [
    { orient: 'bottom', scale: 'x', title: 'epoch', tickMinStep: 1, tickCount: 8, ...axis },
    { orient: 'left', scale: 'y', title: '%', grid: true, gridColor: '#e4e4e4', tickCount: 5, ...axis },
  ],
  legends: [{ stroke: 'color', orient: 'top', symbolType: 'stroke', labelColor: '#222222' }],
  marks: [
    {
      type: 'group',
      from: { facet: { name: 'line', data: 'rows', groupby: 'what' } },
      marks: [
        {
          type: 'line',
          from: { data: 'line' },
          encode: {
            update: { ...position, stroke: { scale: 'color', field: 'what' }, strokeWidth: { value: 1.8 } },
          },
        },
        {
          type: 'symbol',
          from: { data: 'line' },
          encode: { update: { ...position, fill: { scale: 'color', field: 'what' }, size: { value: 24 } } },
        },
      ],
    },
  ],
};
