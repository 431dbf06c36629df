import type { RunColumn } from '../gather/run-rows.js';
import { amount, element, number, runLink } from './dom.js';
import type { Row } from './parts.js';
import { cellText, runList, watchRuns } from './runs-data.js';

const pageSize = 50;

/** What the list shows; kept when it is made anew. */
const state = {
  text: '',
  only: null as ReadonlySet<string> | null,
  sort: null as string | null,
  down: false,
  page: 0,
};
let redraw: () => void = () => {};

/** Shows only these runs, and goes to the list. */
export function searchRuns(only: ReadonlySet<string>): void {
  state.only = only;
  state.page = 0;
  redraw();
  document.getElementById('runs')?.scrollIntoView();
}

/** Turns the list of runs into one that can be searched, sorted and paged. */
export function mountRuns(box: HTMLElement): void {
  const search = element('input', {
    type: 'search',
    'aria-label': 'Search the runs',
    placeholder: 'Search: mmcl 4e-3',
  });
  const found = element('span', { class: 'quiet', role: 'status' });
  const every = element('button', { type: 'button', class: 'link' }, 'show all');
  const holder = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Runs' });
  const pager = element('p', { class: 'pager' });
  search.value = state.text;
  search.addEventListener('input', () => {
    Object.assign(state, { text: search.value, page: 0 });
    redraw();
  });
  every.addEventListener('click', () => {
    Object.assign(state, { text: '', only: null, page: 0 });
    search.value = '';
    redraw();
  });
  box.replaceChildren(element('p', { class: 'tools' }, search, ' ', found, ' ', every), holder, pager);
  redraw = () => {
    const rows = chosen();
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    state.page = Math.min(state.page, pages - 1);
    found.textContent = amount(rows.length, 'run');
    every.hidden = state.text === '' && state.only === null;
    const refocus = holder.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['sort']
      : undefined;
    holder.replaceChildren(tableOf(rows.slice(state.page * pageSize, (state.page + 1) * pageSize)));
    if (refocus !== undefined)
      holder.querySelector<HTMLElement>(`[data-sort="${CSS.escape(refocus)}"]`)?.focus();
    pager.replaceChildren(...pagerOf(pages));
  };
  redraw();
}

export function keepRunsFresh(): void {
  watchRuns(() => redraw());
}

function chosen(): Row[] {
  const words = state.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { columns, rows } = runList();
  const shown = rows.filter(
    (row) =>
      (state.only?.has(String(row['name'])) ?? true) &&
      words.every((word) =>
        [row['name'], ...columns.map(({ key }) => row[key])].some((cell) =>
          String(cell ?? '')
            .toLowerCase()
            .includes(word),
        ),
      ),
  );
  const { sort, down } = state;
  if (sort === null) return shown;
  const sign = down ? -1 : 1;
  return shown.sort((a, b) => compare(a[sort] ?? null, b[sort] ?? null, sign));
}

/** What is missing comes last, whichever way. */
function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (
    sign *
    (typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'en', { numeric: true }))
  );
}

function tableOf(rows: readonly Row[]): HTMLTableElement {
  const { columns } = runList();
  const head = columns.map((column) => header(column));
  const body = rows.map((row) => {
    const name = String(row['name']);
    const cells = columns.map(({ key, kind }, i) => {
      const text = cellText(row[key], kind);
      if (i === 0)
        return element(
          'th',
          { scope: 'row' },
          element('a', { href: runLink(name), title: name, 'aria-label': `${text}: run ${name}` }, text),
        );
      const content = key === 'state' ? element('span', { class: `state ${text}` }, text) : text;
      return element('td', kind === 'text' ? {} : { class: 'number' }, content);
    });
    return element('tr', {}, ...cells);
  });
  return element(
    'table',
    {},
    element('caption', { class: 'hidden' }, 'Runs'),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
}

function header({ key, name, kind }: RunColumn): HTMLTableCellElement {
  const sorted = state.sort === key;
  const direction = sorted ? (state.down ? 'descending' : 'ascending') : 'none';
  const button = element(
    'button',
    { type: 'button', class: 'sort', 'data-sort': key },
    name,
    sorted ? (state.down ? ' ↓' : ' ↑') : '',
  );
  button.addEventListener('click', () => {
    Object.assign(state, {
      down: sorted ? !state.down : kind !== 'text' && key.startsWith('axis:') === false,
      sort: key,
      page: 0,
    });
    redraw();
  });
  return element(
    'th',
    { scope: 'col', 'aria-sort': direction, ...(kind === 'text' ? {} : { class: 'number' }) },
    button,
  );
}

function pagerOf(pages: number): (Node | string)[] {
  if (pages === 1) return [];
  const turn = (text: string, by: number) => {
    const button = element('button', { type: 'button' }, text);
    button.disabled = state.page + by < 0 || state.page + by >= pages;
    button.addEventListener('click', () => {
      state.page += by;
      redraw();
    });
    return button;
  };
  return [turn('←', -1), ` page ${number(state.page + 1)} of ${number(pages)} `, turn('→', 1)];
}
