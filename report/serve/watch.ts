import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../schema/plan.js';
import { progressFile, stageFolder } from '../../runtime/store/stage-folder.js';

const files = ['metrics.jsonl', 'train.jsonl', 'state.json', 'attempts', progressFile];

/** A text that changes when anything does that a page about the plan shows. Costs a few looks at each stage's folder. */
export function traceOf(plan: Plan, outputs: string): string {
  const traces = plan.stages.map(({ id }) => {
    const dir = stageFolder(outputs, id);
    if (trace(dir) === '') return '';
    return files.map((name) => trace(join(dir, name))).join(' ');
  });
  return [trace(join(outputs, 'running')), ...traces].join('\n');
}

function trace(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.size}@${stat.mtimeMs}`;
}
