import { followServer } from './live.js';
import { watchLogs } from './log.js';
import { readParts } from './parts.js';
import { Plot } from './plot.js';
import { showRun } from './run-detail.js';
import { keepRunsFresh, mountRuns } from './runs.js';
import { saveData } from './save.js';
import { themeButton } from './theme.js';

/** Brings markup to life. What is in sight is drawn at once, the rest one by one when there is time. */
function mount(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-plot]:not([data-mounted])')];
  const plots = boxes.map((box) => {
    box.dataset['mounted'] = '';
    return { box, plot: new Plot(box) };
  });
  const waiting = new Set(plots);
  const draw = (one: (typeof plots)[number]) => {
    if (waiting.delete(one)) one.plot.draw();
  };
  const [first] = plots;
  if (first !== undefined) draw(first);
  const sight = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) draw(plots.find(({ box }) => box === target)!);
  });
  for (const { box } of plots) sight.observe(box);
  const rest = () => {
    const [next] = waiting;
    if (next === undefined) return;
    draw(next);
    later(rest);
  };
  later(rest);
  addEventListener('beforeprint', () => [...waiting].forEach(draw));
  for (const box of root.querySelectorAll<HTMLElement>('[data-runs]')) mountRuns(box);
  saveData(root);
}

function later(work: () => void): void {
  requestIdleCallback(() => work(), { timeout: 1500 });
}

readParts();
themeButton(document.querySelector<HTMLButtonElement>('#theme')!);
mount(document.getElementById('main')!);
keepRunsFresh();
addEventListener('hashchange', showRun);
showRun();
if ('live' in document.body.dataset) {
  watchLogs();
  followServer(mount);
}
