import { failureGroups, type FailureGroup } from '../gather/failures.js';
import { html, prose, type Html } from '../html.js';
import type { Model } from '../model.js';
import { amount, moment } from '../words.js';
import { noticeList, table, type Section } from './parts.js';

/** What went wrong, equal errors together. */
export function failures({ status }: Model): Section {
  const groups = failureGroups(status.stages);
  const { blocked } = status.counts;
  return {
    id: 'failures',
    title: 'Failures',
    body:
      groups.length === 0
        ? null
        : html`${groups.map(failure)}
          ${blocked > 0 && html`<p>${amount(blocked, 'stage')} cannot start because of that.</p>`}`,
  };
}

function failure({ message, hint, stages, log }: FailureGroup): Html {
  const shown = stages.slice(0, 5);
  return html`<article class="failure">
    <p><b>${prose(message)}</b>${hint !== null && html`<br />${prose(hint)}`}</p>
    <ul>
      ${shown.map(({ label, id, attempts }) => html`<li>${label} <code>${id}</code>, ${amount(attempts, 'attempt')}</li>`)}
      ${stages.length > shown.length && html`<li class="quiet">and ${stages.length - shown.length} more</li>`}
    </ul>
    ${
      log !== '' &&
      html`<details>
        <summary>The end of its log</summary>
        <pre tabindex="0">${log}</pre>
      </details>`
    }
  </article>`;
}

/** With what and where it was made. */
export function provenance({ provenances, plan }: Model): Section {
  const { facts, first, last, stages } = provenances;
  if (stages === 0) return { id: 'provenance', title: 'Provenance', body: null };
  const rows = facts.map(({ name, values }) => [
    name,
    html`${values.slice(0, 8).map(({ text, stages: n }) => html`${text}${values.length > 1 && html` <span class="quiet">(${amount(n, 'stage')})</span>`}<br />`)}
    ${values.length > 8 && html`<span class="quiet">and ${values.length - 8} more</span>`}`,
  ]);
  return {
    id: 'provenance',
    title: 'Provenance',
    body: html`${table(`${amount(stages, 'stage')} of ${plan.file}, made ${moment(first!)} to ${moment(last!)}`, [{ name: 'what' }, { name: 'value' }], rows)}`,
  };
}

/** How the experiment differs from another one. */
export function comparison({ comparison: found }: Model): Section {
  const section = { id: 'difference', title: 'Difference' };
  if (found === null) return { ...section, body: null };
  const { a, b, tables, notes } = found;
  return {
    ...section,
    body: html`<p>A is <code>${a}</code>, B is <code>${b}</code>.</p>
      ${tables.map(
        ({ title, columns, rows }) =>
          html`<h3>${title}</h3>
            ${table(
              title,
              columns.map((name) => ({ name })),
              rows,
              { titled: true },
            )}`,
      )}
      ${notes.map((note) => html`<p>${note}</p>`)}`,
  };
}

/** What could not be read. */
export function notices({ notices: found }: Model): Section {
  return { id: 'notices', title: 'What is missing', body: noticeList(found, 50) };
}
