import type { FigureView } from '../figures/views.js';
import type { CurveView } from '../gather/curves.js';
import { html, prose, type Html } from '../html.js';
import type { Model } from '../model.js';
import type { Grid } from '../../table/cells.js';
import { headerSpans } from '../../table/groups.js';
import { amount, number } from '../words.js';
import { noticeList, table, type Section } from './parts.js';

/** The figures and tables that the experiment declares. */
export function figures({ figures: views }: Model): Section {
  return {
    id: 'figures',
    title: 'Figures and tables',
    body:
      views.length === 0
        ? html`<p class="quiet">
            The experiment declares no figures: <code>figures:</code> in its file does.
          </p>`
        : html`${views.map(figure)}`,
  };
}

function figure(view: FigureView): Html {
  const { name, title, caption, picture, svg, table, csv, notices } = view;
  const heading = `figure-${name}`;
  return html`<article class="figure" aria-labelledby="${heading}">
    <h3 id="${heading}">${title}</h3>
    ${picture !== null && canvas(`figure:${name}`, title, caption, picture.of, picture.rows.length)}
    ${svg !== null && staticPicture(svg, title, caption)} ${table !== null && grid(table, title)}
    ${caption !== '' && table === null && html`<p class="caption">${caption.split('\n').map((line) => html`${prose(line)}<br />`)}</p>`}
    ${noticeList(notices)}
    <p class="files">
      ${csv !== null && html`<button type="button" data-save="csv:${name}">Save as CSV</button>`}
    </p>
  </article>`;
}

/** Where the page's script draws: what it needs stands in the part of the same name. */
function canvas(part: string, title: string, caption: string, of: number | null, shown: number): Html {
  return html`<div class="plot" data-plot="${part}" data-title="${title}">
      <div class="legend" role="group" aria-label="Series of ${title}"></div>
      <div
        class="view"
        tabindex="0"
        role="img"
        aria-label="${title}. ${caption.replaceAll('\n', ' ')} Arrow keys go through its points."
      >
        <noscript><p class="quiet">The figure is drawn by a script.</p></noscript>
      </div>
      <p class="picked quiet" role="status" aria-live="polite"></p>
    </div>
    ${
      of !== null &&
      html`<p class="thinned">
        Thinned: ${number(shown)} marks stand for ${amount(of, 'evaluation')}; what is left out lies beneath a
        mark of its series, and pointing at a mark says how many it stands for.
      </p>`
    }`;
}

function staticPicture(svg: string, title: string, caption: string): Html {
  const url = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return html`<img class="static" src="${url}" alt="${title}. ${caption}" />
    <p class="thinned">
      Drawn as a still picture: every one of its values counts, and they are too many to be drawn here.
    </p>`;
}

/** A table figure; its header has groups of columns. */
function grid({ columns, rows, notes }: Grid, title: string): Html {
  const named = columns.map(({ name, align }) => ({ name, numeric: align === 'right' }));
  const options = { titled: true, groups: headerSpans(columns), rowHeaders: false };
  return html`${table(title, named, rows, options)}
    <p class="caption">${notes.map((note) => html`${prose(note)}<br />`)}</p>`;
}

/** How the trainings went. */
export function curves({ curves: views }: Model): Section {
  return {
    id: 'curves',
    title: 'Training curves',
    body: views.length === 0 ? null : html`${views.map(curve)}`,
  };
}

function curve({ name, title, picture, shown, of }: CurveView): Html {
  const heading = `curve-${name}`;
  return html`<article class="figure" aria-labelledby="${heading}">
    <h3 id="${heading}">${title}</h3>
    ${canvas(`curve:${name}`, title, `${amount(shown, 'line')}.`, null, picture.rows.length)}
    ${picture.of !== null && html`<p class="thinned">Thinned: ${number(picture.rows.length)} of ${amount(picture.of, 'value')}; every peak is kept.</p>`}
    <p class="files"></p>
    ${shown < of && html`<p class="thinned">${amount(shown, 'line')} of ${number(of)}, evenly spread.</p>`}
  </article>`;
}
