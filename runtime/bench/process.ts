import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stageEnvironment } from '../execute/local.js';
import type { MeasureAnswer, Measured, MeasureRequest } from './request.js';

/** A measurement that did not come about: its message is for people. */
export class NotMeasured extends Error {
  override readonly name = 'NotMeasured';
  constructor(
    message: string,
    readonly hint: string | null,
  ) {
    super(message);
  }
}

/** The measuring process's entry; from the sources, that of the build. */
export function measuringEntry(): string {
  const beside = fileURLToPath(new URL('./child.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/runtime/bench/child.js', import.meta.url));
}

/** Carries out one measurement. */
export type MeasureWith = (
  request: MeasureRequest,
  environment: Readonly<Record<string, string>>,
) => Promise<Measured>;

/**
 * Measures in a process of its own, as a stage is carried out, so that memory is its own.
 *
 * @param signal ends the process
 * @throws {NotMeasured} when it could not, or the process died
 */
export function inProcess(signal: AbortSignal, entry = measuringEntry()): MeasureWith {
  return (request, environment) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const child = fork(entry, [], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        env: stageEnvironment(environment),
        execArgv: ['--enable-source-maps'],
      });
      const end = () => void child.kill('SIGKILL');
      signal.addEventListener('abort', end, { once: true });
      const said = tail(child);
      let answer: MeasureAnswer | null = null;
      child.on('message', (message: MeasureAnswer) => (answer = message));
      child.on('error', reject);
      child.on('close', (code, how) => {
        signal.removeEventListener('abort', end);
        if (signal.aborted) reject(signal.reason as Error);
        else if (answer?.type === 'measured') resolve(answer.measured);
        else if (answer?.type === 'failed') reject(new NotMeasured(answer.message, answer.hint));
        else reject(died(code, how, said()));
      });
      child.send(request, () => {});
    });
}

function died(code: number | null, signal: string | null, said: string): NotMeasured {
  if (signal === 'SIGKILL')
    return new NotMeasured('its process was killed, most likely because memory ran out', null);
  const how = signal === null ? `ended with exit code ${code}` : `crashed (${signal})`;
  return new NotMeasured(`its process ${how}${said === '' ? '' : `: ${said}`}`, null);
}

/** The last line that a process wrote to standard error. */
function tail(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (text = (text + piece).slice(-2000)));
  return () => text.trim().split('\n').at(-1) ?? '';
}
