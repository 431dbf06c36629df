import { follow } from '../../runtime/store/follow.js';
import { logPath, readLog, stagesAtWork, stagesNamed } from '../../runtime/store/stage-logs.js';
import type { LogsOptions } from '../commands/logs.js';
import { exitCode, UsageError } from '../exit.js';
import { interruption } from '../interruption.js';
import { print } from '../terminal.js';

export async function logs(
  names: readonly string[],
  { outputs, lines, follow: goOn }: LogsOptions,
): Promise<number> {
  const ids =
    names.length === 0 ? stagesAtWork(outputs) : [...new Set(names.flatMap((name) => named(outputs, name)))];
  if (ids.length === 0) throw new UsageError(`there is no stage in \`${outputs}\``);
  const positions = ids.map((id) => {
    const text = readLog(outputs, id);
    writerFor(id, ids)(lines === undefined ? text : readLog(outputs, id, lines));
    return Buffer.byteLength(text);
  });
  if (goOn !== true) return exitCode.fine;
  const { signal, end } = interruption();
  await Promise.all(
    ids.map((id, index) =>
      follow(logPath(outputs, id), writerFor(id, ids), { signal, from: positions[index]! }),
    ),
  );
  end();
  return exitCode.fine;
}

function named(outputs: string, name: string): string[] {
  const ids = stagesNamed(outputs, name);
  if (ids.length > 0) return ids;
  throw new UsageError(
    `there is no stage \`${name}\` in \`${outputs}\``,
    '`expc status --all` names them; a stage that was never begun has no log',
  );
}

/** With several logs every line is told apart. */
function writerFor(id: string, ids: readonly string[]): (text: string) => void {
  if (ids.length === 1) return print;
  return (text) => print(text.replace(/^(?=[^\n])/gm, `${id}: `));
}
