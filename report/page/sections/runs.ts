import type { RunRows } from '../gather/run-rows.js';
import { html, type Html } from '../html.js';
import { amount } from '../words.js';
import { table, type Section } from './parts.js';

/** Rows that stand in the page without its script. */
const withoutScript = 50;

/** The list of runs. The page's script sorts, searches and pages it, and shows one run in full. */
export function runs(list: RunRows): Section {
  const rows = list.rows
    .slice(0, withoutScript)
    .map((row) => list.columns.map(({ key, kind }) => cell(row[key], kind)));
  const columns = list.columns.map(({ name, kind }) => ({ name, numeric: kind !== 'text' }));
  return {
    id: 'runs',
    title: 'Runs',
    body:
      list.rows.length === 0
        ? html`<p class="quiet">The experiment has no run that measures anything.</p>`
        : html`<div id="run-detail" tabindex="-1"></div>
            <div data-runs>${table(amount(list.rows.length, 'run'), columns, rows)}</div>`,
  };
}

function cell(value: string | number | null | undefined, kind: string): Html | string {
  if (value === null || value === undefined) return '–';
  return kind === 'percent' ? Number(value).toFixed(2) : String(value);
}
