import { resolve } from 'node:path';
import type { Plan } from '../../../schema/plan.js';
import { readDone } from '../../store/stage-folder.js';
import { stageLabels } from '../labels.js';
import { selectStages, stagesToDo } from '../selection.js';
import { taskMaker } from '../task-maker.js';
import { planBatches } from './batches.js';
import { readStoreName } from './name.js';
import { prepareBatch } from './prepare.js';
import type { SlurmOptions } from './slurm-run.js';

interface Where {
  readonly outputs: string;
  readonly only?: readonly string[] | undefined;
}

/**
 * The scripts of the jobs that a run would submit if none were in the queue, each after those that it waits for. Neither
 * Slurm is asked nor anything written, so jobs that do not exist stand in for numbers by their names.
 */
export function slurmScripts(plan: Plan, options: SlurmOptions, where: Where): string {
  const outputs = resolve(where.outputs);
  const stages = selectStages(plan, where.only);
  const done = new Set(stages.filter((stage) => readDone(outputs, stage) !== null).map(({ key }) => key));
  const open = stagesToDo(stages, done);
  const toDo = stages.filter(({ key }) => open.has(key));
  if (toDo.length === 0) return `# ${plan.experiment}: nothing to submit\n`;
  const origin = { command: process.argv, experiment: plan.experiment, file: plan.file, git: null };
  const taskOf = taskMaker(stages, { outputs, runners: null, scheduler: null, origin });
  const { settings, atOnce, threads, entry } = options;
  const labels = stageLabels(plan);
  const names = new Map<string, string>();
  const scripts = planBatches(toDo, { open, size: settings.array_size }).map((batchPlan) => {
    const after = batchPlan.after.map((key) => names.get(key)!);
    const jobOptions = { outputs, settings, taskOf, atOnce, threads, entry };
    const { batch, script } = prepareBatch(batchPlan, after, readStoreName(outputs) ?? 'new', jobOptions);
    batchPlan.elements.forEach(({ stage, observers }, index) => {
      for (const { key } of [stage, ...observers])
        names.set(key, `<${batch.id}>${batch.isArray ? `_${index}` : ''}`);
    });
    const what = batchPlan.elements.map(({ stage }) => labels.get(stage.key) ?? stage.id);
    return `# ${batch.id}: ${what.join('; ')}\n${script}`;
  });
  return scripts.join('\n');
}
