import process from 'node:process';
import { PlainView } from './plain.js';
import { silentView, type View } from './view.js';

/** `auto`: live on a terminal, plain lines elsewhere. */
export type ViewChoice = 'auto' | 'live' | 'plain' | 'silent' | View;

/** The view that was chosen. The live view's library is loaded only when it is used. */
export async function chooseView(choice: ViewChoice): Promise<View> {
  if (typeof choice !== 'string') return choice;
  if (choice === 'silent') return silentView;
  const isLive = choice === 'live' || (choice === 'auto' && isTerminal());
  if (!isLive) return new PlainView((line) => process.stdout.write(`${line}\n`));
  const { LiveView } = await import('./live.js');
  return new LiveView();
}

function isTerminal(): boolean {
  const { CI, TERM } = process.env;
  return (
    process.stdout.isTTY === true && (CI === undefined || CI === '' || CI === 'false') && TERM !== 'dumb'
  );
}
