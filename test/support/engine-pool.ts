import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach } from 'vitest';
import type { Engine, EngineConfig } from '../../runtime/train/engine.js';

/**
 * Lends engines to the tests of a file. Recording a graph and running it for the first time take a second: one that a
 * test is through with is lent to a later one, which gives it all the state that it needs.
 */
export function enginePool(
  create: (config: EngineConfig, kind: string) => Engine,
): (config: EngineConfig, kind: string) => Engine {
  const idle = new Map<string, Engine[]>();
  const lent: [string, Engine][] = [];
  afterEach(async () => {
    for (const [key, engine] of lent.splice(0)) idle.set(key, [...(idle.get(key) ?? []), engine]);
    await setImmediate(); // Steps block the thread; the test runner has to be heard from in between.
  });
  afterAll(() => [...idle.values()].flat().forEach((engine) => engine.dispose()));
  return (config, kind) => {
    const key = JSON.stringify([kind, config]);
    const engine = idle.get(key)?.pop() ?? create(config, kind);
    lent.push([key, engine]);
    return engine;
  };
}
