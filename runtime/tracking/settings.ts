import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plan } from '../../schema/plan.js';

/** One tracker that an experiment asks for, as plain data: told to the process that follows. */
export type TrackerSettings =
  | { readonly kind: 'tensorboard'; readonly folder: string; readonly memory: string }
  | { readonly kind: 'mlflow'; readonly url: string; readonly experiment: string; readonly memory: string };

/** The trackers that a plan asks for; none unless it does. */
export function trackersOf({ execution, experiment }: Plan, outputs: string): TrackerSettings[] {
  const { tensorboard, mlflow } = execution.tracking ?? {};
  return [
    ...(tensorboard === undefined || tensorboard === false
      ? []
      : [
          tensorboardSettings(
            tensorboard === true ? defaultFolder(outputs, experiment) : join(tensorboard, experiment),
          ),
        ]),
    ...(mlflow === undefined ? [] : [mlflowSettings(mlflow.url, mlflow.experiment ?? experiment, outputs)]),
  ];
}

export function defaultFolder(outputs: string, experiment: string): string {
  return join(outputs, 'tensorboard', experiment);
}

/** What was written is remembered in the folder itself: when that is deleted, all is written again. */
export function tensorboardSettings(folder: string): TrackerSettings {
  return { kind: 'tensorboard', folder, memory: join(folder, '.expc.json') };
}

export function mlflowSettings(url: string, experiment: string, outputs: string): TrackerSettings {
  const digest = createHash('sha256').update(`${url}\n${experiment}`).digest('hex').slice(0, 12);
  return { kind: 'mlflow', url, experiment, memory: join(outputs, 'tracking', `mlflow-${digest}.json`) };
}
