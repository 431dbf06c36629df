import process from 'node:process';
import { servePage, type PageServer } from '../../report/serve/server.js';
import type { Plan } from '../../schema/plan.js';
import type { ServeOptions } from '../commands/serve.js';
import { exitCode, UsageError } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { freshPlan } from '../fresh-plan.js';
import { print } from '../terminal.js';

export async function serve(file: string, { set, outputs, port }: ServeOptions): Promise<number> {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const server = await listen(freshPlan(compiled, set), outputs, port);
  print(`${server.url} shows ${compiled.plan.experiment}; Ctrl-C ends it\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return exitCode.fine;
}

async function listen(plan: () => Plan, outputs: string, port: number): Promise<PageServer> {
  try {
    return await servePage({ plan, outputs, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const why = code === 'EACCES' ? 'may not be used' : 'is taken';
    throw new UsageError(`port ${port} ${why}`, 'take another one: `--port 0` finds one that is free');
  }
}
