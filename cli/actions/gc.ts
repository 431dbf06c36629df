import { collectGarbage, UnreadablePlan, type Collection } from '../../runtime/store/gc.js';
import { sizeText } from '../../runtime/execute/view/text.js';
import type { GcOptions } from '../commands/gc.js';
import { exitCode } from '../exit.js';
import { print, printError } from '../terminal.js';

export function gc({ outputs, delete: remove = false, resumePoints = false, json }: GcOptions): number {
  try {
    const found = collectGarbage(outputs, { remove, resumePoints });
    print(json === true ? `${JSON.stringify(found, null, 2)}\n` : collectionText(found, remove));
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof UnreadablePlan)) throw error;
    printError(`error: ${error.message}\n`);
    return exitCode.failed;
  }
}

function collectionText({ garbage, spared, bytes }: Collection, removed: boolean): string {
  const lines = garbage.map(({ id, bytes, why }) => `${sizeText(bytes).padStart(9)}  ${id}  ${why}`);
  for (const { id, why } of spared)
    lines.push(
      `     kept  ${id}  ${why === 'running' ? 'it runs' : 'can be gone on with (--resume-points takes it too)'}`,
    );
  if (garbage.length === 0) lines.push('nothing to remove');
  else if (removed) lines.push(`removed ${garbage.length}, ${sizeText(bytes)}`);
  else lines.push(`${garbage.length} could go, ${sizeText(bytes)}; \`expc gc --delete\` removes them`);
  return `${lines.join('\n')}\n`;
}
