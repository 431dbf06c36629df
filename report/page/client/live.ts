import { setPart } from './parts.js';

interface Update {
  readonly at: string;
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly body: string }[];
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Takes what changes from the server, as it changes. `mount` brings new markup to life. */
export function followServer(mount: (root: HTMLElement) => void): void {
  const connection = document.getElementById('connection')!;
  const source = new EventSource(
    `events?since=${encodeURIComponent(document.body.dataset['version'] ?? '')}`,
  );
  source.addEventListener('open', () => (connection.textContent = '· live'));
  source.addEventListener('error', () => (connection.textContent = '· connection lost, trying again'));
  source.addEventListener('update', (event) => {
    const { at, sections, parts } = JSON.parse(event.data as string) as Update;
    for (const [name, value] of Object.entries(parts)) setPart(name, value);
    for (const section of sections) replace(section, mount);
    const time = document.querySelector('#as-of time')!;
    time.setAttribute('datetime', at);
    time.textContent = at.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
    document.body.dataset['updates'] = String(Number(document.body.dataset['updates'] ?? 0) + 1);
  });
  source.addEventListener('notice', (event) => (connection.textContent = `· ${event.data as string}`));
}

/** New markup for a section; pictures that are drawn, what is unfolded and what has the focus stay. */
function replace({ id, body }: Update['sections'][number], mount: (root: HTMLElement) => void): void {
  const section = document.getElementById(id);
  const old = section?.querySelector<HTMLElement>('.body');
  if (section === null || old === null || old === undefined) return;
  section.hidden = body === '';
  document.querySelector<HTMLElement>(`nav [data-for="${CSS.escape(id)}"]`)!.hidden = body === '';
  const opened = new Set(
    [...old.querySelectorAll('details[open] > summary')].map((one) => one.firstChild?.textContent),
  );
  const fresh = document.createElement('div');
  fresh.innerHTML = body; // Made by the server, which escapes what is not its own.
  for (const plot of fresh.querySelectorAll<HTMLElement>('[data-plot]')) {
    const drawn = [...old.querySelectorAll<HTMLElement>('[data-plot]')].find(
      (one) => one.dataset['plot'] === plot.dataset['plot'],
    );
    if (drawn !== undefined) plot.replaceWith(drawn);
  }
  const kept = old.querySelector('#run-detail');
  if (kept !== null) fresh.querySelector('#run-detail')?.replaceWith(kept);
  for (const summary of fresh.querySelectorAll('details > summary'))
    if (opened.has(summary.firstChild?.textContent)) summary.parentElement!.setAttribute('open', '');
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceChildren(...fresh.childNodes);
  mount(old);
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
}
