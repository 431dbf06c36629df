import { createHash } from 'node:crypto';
import { clientScript, styleSheet } from './assets.js';
import { Html, html, scriptJson } from './html.js';
import type { Snapshot } from './snapshot.js';
import { moment } from './words.js';

/**
 * The whole page as one HTML file that asks for nothing else. The policy in its head lets only its own script run and,
 * where it is `live`, ask its own server.
 */
export function documentOf(snapshot: Snapshot, live: boolean, version = ''): string {
  const { title, experiment, at, sections, parts } = snapshot;
  const script = clientScript();
  const style = styleSheet();
  const page = html`<!doctype html>
<html lang="en" data-experiment="${experiment}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="expc">
<title>${title} – expc</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body${live && html` data-live data-version="${version}"`}>
<a class="skip" href="#main">Skip to the results</a>
<header>
<div>
<p class="quiet">experiment <code>${experiment}</code></p>
<h1>${title}</h1>
<p class="quiet" id="as-of">As of <time datetime="${at}">${moment(at)}</time>${live && html` <span id="connection" role="status">connecting…</span>`}</p>
</div>
<button type="button" id="theme" aria-label="Colours: as the system">◐</button>
</header>
<nav aria-label="Contents"><ol>${sections.map(({ id, title: name, body }) => html`<li data-for="${id}" ${body === '' && html` hidden`}><a href="#${id}">${name}</a></li>`)}</ol></nav>
<main id="main" tabindex="-1">
${sections.map(
  ({ id, title: name, body }) =>
    html`<section id="${id}" aria-labelledby="${id}-title" ${body === '' && html` hidden`}>
      <h2 id="${id}-title">${name}</h2>
      <div class="body">${new Html(body)}</div>
    </section>`,
)}
</main>
<dialog id="log" aria-label="Log"><form method="dialog"><h2></h2><button>Close</button></form><pre tabindex="0"></pre></dialog>
<div id="tooltip" role="tooltip" hidden></div>
${Object.entries(parts).map(
  ([name, part]) =>
    html`<script type="application/json" data-part="${name}">
      ${scriptJson(part)}
    </script> `,
)}
<script>${new Html(script)}</script>
</body>
</html>
`;
  return page.text;
}

/** Nothing from elsewhere, and no script but the page's own, by its digest. */
export function policy(script: string, live: boolean): string {
  const digest = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${digest}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    `connect-src ${live ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
