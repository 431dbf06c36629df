import type { Progress } from '../../../runtime/execute/context.js';
import type { StageReport, Status } from '../../../runtime/execute/status.js';
import { secondsLeft } from '../gather/time-left.js';
import { html, type Html } from '../html.js';
import type { Model } from '../model.js';
import { amount, duration, metricText, number } from '../words.js';
import type { Section } from './parts.js';

/** How far the experiment is, at a glance. */
export function overview({ plan, results, status, provenances }: Model): Section {
  const { counts, stages } = status;
  const needed = stages.length - counts.unneeded;
  const finished = results.runs.filter(({ state }) => state === 'done').length;
  const evaluations = results.runs.reduce((sum, { points }) => sum + points.length, 0);
  const cards = [
    card(
      'Runs',
      `${number(finished)} / ${number(plan.runs.length)}`,
      finished === plan.runs.length ? 'all done' : 'done',
    ),
    card('Stages', `${number(counts.done)} / ${number(needed)}`, stagesText(status)),
    card(
      'Evaluations',
      number(evaluations),
      amount(new Set(results.runs.flatMap(({ start }) => start?.id ?? [])).size, 'start model'),
    ),
    card('Time at work', duration(provenances.seconds), 'all stages together'),
  ];
  return {
    id: 'overview',
    title: 'Overview',
    body: html`<dl class="cards">${cards}</dl>
      ${progress(status)}`,
  };
}

function card(name: string, value: string, note: string): Html {
  return html`<div class="card">
    <dt>${name}</dt>
    <dd><span class="big">${value}</span> <span class="quiet">${note}</span></dd>
  </div>`;
}

function stagesText({ counts }: Status): string {
  const words = ['running', 'failed', 'blocked', 'interrupted', 'waiting'] as const;
  const parts = words.filter((word) => counts[word] > 0).map((word) => `${number(counts[word])} ${word}`);
  return parts.length === 0 ? 'all done' : parts.join(', ');
}

/** Bars of what runs now, and when all may be done. */
function progress(status: Status): Html | null {
  const running = status.stages.filter((stage) => stage.status === 'running');
  const { counts, stages } = status;
  const needed = stages.length - counts.unneeded;
  if (counts.done === needed) return null;
  const left = secondsLeft(status);
  const going = status.sessions.length > 0 || counts.running > 0;
  return html`<div class="progress">
    <label
      >${number(counts.done)} of ${amount(needed, 'stage')}
      done${going ? (left === null ? ', running' : `, about ${duration(left)} left`) : ', nothing is running'}
      <progress value="${counts.done}" max="${needed}"></progress
    ></label>
    ${running.slice(0, 16).map(stageBar)}
  </div>`;
}

const starting: Progress = { fraction: 0, note: 'starting' };

function stageBar({ label, id, progress }: StageReport): Html {
  const { fraction, epoch, epochs, loss, seconds_left: left, metrics = {}, note } = progress ?? starting;
  const parts = [
    note,
    epoch === undefined ? undefined : `epoch ${epoch}${epochs === undefined ? '' : `/${epochs}`}`,
    loss === undefined ? undefined : `loss ${loss.toFixed(3)}`,
    ...['accuracy.top1', 'asr.top1'].map((name) =>
      metrics[name] === undefined
        ? undefined
        : `${name.startsWith('asr') ? 'ASR' : 'accuracy'} ${metricText(name, metrics[name])}`,
    ),
    left === undefined ? undefined : `${duration(left)} left`,
  ].filter((part) => part !== undefined);
  return html`<div class="bar">
    <label>${label} <progress value="${fraction}" max="1" data-stage="${id}"></progress></label>
    <span class="quiet">${Math.floor(100 * fraction)} % · ${parts.join(' · ')}</span>
  </div>`;
}
