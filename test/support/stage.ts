import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Stage } from '../../schema/plan.js';
import type { Progress, StageContext, StageRunner } from '../../runtime/execute/context.js';

/** An empty folder that is removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'expc-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a test says of the stage that it carries out. */
export interface StageSetup<S extends Stage> {
  readonly config: S['config'];
  readonly locals: S['locals'];
  /** Folder of each input. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Asked by the runner; the default is never to stop. */
  readonly stopRequested?: () => boolean;
}

/** What a runner said while it ran. */
export interface StageReport {
  readonly dir: string;
  readonly log: readonly string[];
  readonly progress: readonly Progress[];
}

/** Carries out a stage in `dir` (made when missing), without an executor. */
export async function runStage<S extends Stage>(
  runner: StageRunner<S>,
  dir: string,
  { config, locals, inputs = {}, stopRequested = () => false }: StageSetup<S>,
): Promise<StageReport> {
  mkdirSync(dir, { recursive: true });
  const log: string[] = [];
  const progress: Progress[] = [];
  const context: StageContext<S> = {
    stage: { config, locals, inputs } as unknown as S,
    dir,
    input: (role) => {
      const folder = inputs[role];
      if (folder === undefined) throw new Error(`no input ${role}`);
      return folder;
    },
    observers: [],
    log: (line) => log.push(line),
    progress: (step) => progress.push(step),
    stopRequested,
  };
  await runner(context);
  return { dir, log, progress };
}
