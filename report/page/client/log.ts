let open: string | null = null;
let from = 0;

/** Opens the log of a stage when its button is pressed, and lets it grow while it is open. Live pages only. */
export function watchLogs(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#log')!;
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-log]');
    if (button === null) return;
    open = button.dataset['log']!;
    from = 0;
    dialog.querySelector('h2')!.textContent = button.getAttribute('aria-label') ?? open;
    dialog.querySelector('pre')!.textContent = '';
    dialog.showModal();
    void more();
  });
  dialog.addEventListener('close', () => (open = null));
  setInterval(() => void more(), 1000);
}

async function more(): Promise<void> {
  if (open === null) return;
  const stage = open;
  const answer = await fetch(`log/${encodeURIComponent(stage)}?from=${from}`).catch(() => null);
  if (answer === null || !answer.ok || stage !== open) return;
  const start = Number(answer.headers.get('x-log-from'));
  const text = await answer.text();
  from = Number(answer.headers.get('x-log-to'));
  const pre = document.querySelector<HTMLPreElement>('#log pre')!;
  if (text === '') return;
  const atEnd = pre.scrollTop + pre.clientHeight >= pre.scrollHeight - 20;
  if (pre.textContent === '' && start > 0) pre.append('… \n');
  pre.append(text);
  if (atEnd) pre.scrollTop = pre.scrollHeight;
}
