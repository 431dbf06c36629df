import { readFileSync } from 'node:fs';
import process from 'node:process';
import { carryOut } from './carry-out.js';
import { essenceOf } from './essence.js';
import { loadRunner } from './runners.js';
import { exitCodes, type Command, type Message, type Outcome, type StageTask } from './task.js';

/**
 * Entry of a stage's process. The task comes from the scheduler over IPC, or from the file that the first argument
 * names. SIGTERM, SIGINT, SIGHUP, SIGUSR2 (what a job system warns with) and the scheduler's death ask the stage to
 * write a checkpoint and stop; the exit code tells how it ended (`exitCodes`).
 */
let stopReason: string | null = null;
const askToStop = (why: string) => {
  stopReason ??= why;
};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const) {
  process.on(signal, () => askToStop(signal));
}

process.on('uncaughtException', (error) => end(failure(error)));
process.on('unhandledRejection', (error) => end(failure(error)));

const file = process.argv[2];
if (file !== undefined) void start(JSON.parse(readFileSync(file, 'utf8')) as StageTask);
else {
  process.on('disconnect', () => askToStop('the scheduler is gone'));
  process.on('message', (command: Command) => {
    if (command.type === 'stop') askToStop(command.why);
    else void start(command.task);
  });
}

async function start(task: StageTask): Promise<void> {
  const outcome = await carryOut(task, {
    stopReason: () => stopReason,
    tell,
    runnerOf: ({ stage, runners }) => loadRunner(stage, runners),
  });
  end(outcome);
}

function failure(error: unknown): Outcome {
  const { message, hint, stack } = essenceOf(error);
  console.error(stack ?? message); // Goes to the stage's log.
  return { status: 'failed', message, hint, mayRetry: true };
}

function tell(message: Message): void {
  if (process.connected) process.send?.(message, ignoreErrors);
}

/** The scheduler may be killed at any moment; the stage notices by `disconnect`. */
function ignoreErrors(): void {}

/** Exits once the scheduler was told, whatever a runner left open. */
function end(outcome: Outcome): void {
  const exit = () => process.exit(exitCodes[outcome.status]);
  if (!process.connected) exit();
  process.send?.({ type: 'outcome', outcome } satisfies Message, exit);
}
