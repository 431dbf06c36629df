import type { Notice } from '../../notice.js';
import { html, prose, type Content, type Html } from '../html.js';

/** A section of the page: what the table of contents names. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Null when there is nothing to show: the section is left out. */
  readonly body: Html | null;
}

export interface TableColumn {
  readonly name: string;
  readonly numeric?: boolean;
}

interface TableOptions {
  /** A heading above it says what it is. */
  readonly titled?: boolean;
  /** Headers over several columns each. */
  readonly groups?: readonly { readonly text: string; readonly columns: number }[];
  /** Whether the first cell says what the row is. */
  readonly rowHeaders?: boolean;
}

/** A table with headers that screen readers announce; wide ones scroll inside their frame. */
export function table(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Content[])[],
  { titled = false, groups = [], rowHeaders = true }: TableOptions = {},
): Html {
  const cell = (content: Content, i: number) => {
    const numeric = columns[i]?.numeric === true && html` class="number"`;
    return rowHeaders && i === 0
      ? html`<th scope="row">${content}</th>`
      : html`<td${numeric}>${content}</td>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption${titled && html` class="hidden"`}>${caption}</caption>
      <thead>
        ${
          groups.length > 0 &&
          html`<tr class="groups">
            ${groups.map(({ text, columns: n }) => html`<th scope="colgroup" colspan="${n}">${text}</th>`)}
          </tr>`
        }
        <tr>
          ${columns.map(({ name, numeric }) => html`<th scope="col" ${numeric === true && html` class="number"`}>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function noticeList(notices: readonly Notice[], most = 20): Html | null {
  if (notices.length === 0) return null;
  const item = ({ code, severity, message, hint, place }: Notice) =>
    html`<li class="${severity}">
      <b>${severity === 'error' ? 'Not shown' : 'Note'}</b> ${code}:
      ${prose(message)}${
        place !== null &&
        html` <span class="quiet">(${place.file}${place.line === null ? '' : `:${place.line}`})</span>`
      }${hint !== undefined && html`<br /><span class="quiet">${prose(hint)}</span>`}
    </li>`;
  const rest = notices.length - most;
  return html`<ul class="notices">
    ${notices.slice(0, most).map(item)}${rest > 0 && html`<li class="quiet">and ${rest} more</li>`}
  </ul>`;
}
