import type { StageReport } from '../../../runtime/execute/status.js';
import { roleNames } from '../../../schema/role-names.js';
import { axisNames, labelAt } from '../../select.js';
import { html, type Content, type Html } from '../html.js';
import type { Model } from '../model.js';
import { amount, duration, moment, number, valueText } from '../words.js';
import { table, type Section } from './parts.js';

const shownStages = 200;

/** What was run: axes, parameters, stages. `live`: logs can be asked for. */
export function experiment(model: Model, live: boolean): Section {
  return {
    id: 'experiment',
    title: 'What was run',
    body: html`${axes(model)}
      <h3>Parameters</h3>
      <p class="caption">
        What the stages are made of, defaults included. Where runs differ, all values are listed.
      </p>
      ${model.parameters.map(
        ({ role, parameters }) =>
          html`<details>
            <summary>
              ${roleNames[role]} <span class="quiet">${amount(parameters.length, 'parameter')}</span>
            </summary>
            ${table(
              `Parameters: ${roleNames[role]}`,
              [{ name: 'parameter' }, { name: 'value' }],
              parameters.map(({ path, values }) => [html`<code>${path}</code>`, someValues(values)]),
              { titled: true },
            )}
          </details>`,
      )}
      ${stages(model, live)}`,
  };
}

function axes({ results }: Model): Html | null {
  const names = axisNames(results.runs);
  if (names.length === 0) return null;
  const rows = names.map((axis) => {
    const labels = [...new Set(results.runs.map((run) => labelAt(run, axis)))].map(valueText);
    return [html`<code>${axis}</code>`, String(labels.length), someValues(labels)];
  });
  return html`<h3>Axes</h3>
    ${table('Axes along which the runs differ', [{ name: 'axis' }, { name: 'labels', numeric: true }, { name: 'which' }], rows, { titled: true })}`;
}

function someValues(values: readonly string[]): Content {
  const most = 24;
  const text = values.slice(0, most).join(', ');
  const short = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  return values.length > most ? `${short}, … (${number(values.length)} values)` : short;
}

function stages({ status }: Model, live: boolean): Html {
  const shown =
    status.stages.length <= shownStages
      ? status.stages
      : status.stages.filter(isOfInterest).slice(0, shownStages);
  const rest = status.stages.length - shown.length;
  const columns = [
    { name: 'stage' },
    { name: 'state' },
    { name: 'time at work', numeric: true },
    { name: 'ended' },
    { name: 'attempts', numeric: true },
    { name: 'folder' },
    ...(live ? [{ name: 'log' }] : []),
  ];
  return html`<h3>Stages</h3>
    <details${shown.length <= 40 && html` open`}>
      <summary>${amount(status.stages.length, 'stage')}</summary>
      ${table(
        'Stages, each done once and shared by the runs',
        columns,
        shown.map((stage) => stageRow(stage, live)),
        { titled: true },
      )}
      ${rest > 0 && html`<p class="thinned">${number(rest)} more are left out: of this many, only those that run, failed or were data or pre-trainings are listed.</p>`}
    </details>`;
}

function isOfInterest({ status, kind }: StageReport): boolean {
  return status === 'running' || status === 'failed' || (kind !== 'clean' && kind !== 'evaluate');
}

function stageRow(stage: StageReport, live: boolean): Content[] {
  const { label, status, seconds, time, attempts, id } = stage;
  return [
    label,
    html`<span class="state ${status}">${status}</span>`,
    seconds === null ? '–' : duration(seconds),
    time === null || status === 'running' ? '–' : moment(time),
    attempts === 0 ? '–' : String(attempts),
    html`<code>${id}</code>`,
    ...(live
      ? [html`<button type="button" class="link" data-log="${id}" aria-label="log of ${label}">log</button>`]
      : []),
  ];
}
