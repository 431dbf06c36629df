import type { ContactSheet, Pair } from '../gather/pictures.js';
import { html, type Html } from '../html.js';
import type { Model } from '../model.js';
import type { Section } from './parts.js';

/** Contact sheets: what the trigger does to pictures. */
export function pictures({ sheets }: Model): Section {
  return {
    id: 'pictures',
    title: 'Triggered pictures',
    body: sheets.length === 0 ? null : html`${sheets.map(sheet)}`,
  };
}

function sheet({ title, text, pairs }: ContactSheet): Html {
  return html`<article class="sheet">
    <h3>${title}</h3>
    <p class="caption">${text}. Above each picture as it was, below with the trigger.</p>
    <ul class="pictures">
      ${pairs.map(pair)}
    </ul>
  </article>`;
}

function pair({ id, before, after, clean, triggered, side }: Pair): Html {
  const image = (url: string, alt: string) =>
    html`<img src="${url}" alt="${alt}" width="${side}" height="${side}" />`;
  return html`<li>
    <figure>
      ${image(clean, `${before}: ${id}, clean`)}${image(triggered, `${before}: ${id}, with the trigger`)}
      <figcaption title="${id}"><s>${before}</s> <b>${after}</b></figcaption>
    </figure>
  </li>`;
}
