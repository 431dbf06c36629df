import { join } from 'node:path';
import { exportTables } from '../../report/export/tables.js';
import { writeTables, type ExportFormat } from '../../report/export/write.js';
import { withinBounds } from '../../report/left-out.js';
import { readResults } from '../../report/results/read.js';
import { exportTo } from '../../runtime/tracking/export.js';
import {
  defaultFolder,
  mlflowSettings,
  tensorboardSettings,
  type TrackerSettings,
} from '../../runtime/tracking/settings.js';
import type { Plan } from '../../schema/plan.js';
import { exportFormats, type ExportOptions } from '../commands/export.js';
import { boundsOf } from '../bounds.js';
import { exitCode, UsageError } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { tell } from '../notices.js';
import { print, printError } from '../terminal.js';

export async function exportResults(file: string, options: ExportOptions): Promise<number> {
  const { set, outputs, format = ['csv'] } = options;
  const unknown = format.find((name) => !(exportFormats as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no format \`${unknown}\``, `there are ${exportFormats.join(', ')}`);
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const { plan } = compiled;
  const files = format.filter((name): name is ExportFormat => name === 'csv' || name === 'parquet');
  if (files.length > 0) {
    const folder = options.out ?? join(outputs, 'experiments', plan.experiment, 'export');
    const { results, notices } = withinBounds(readResults(plan, outputs), boundsOf(options));
    tell(notices);
    const tables = exportTables(plan, results, outputs);
    print(
      writeTables(tables, folder, files)
        .map((path) => `${path}\n`)
        .join(''),
    );
  }
  let code: number = exitCode.fine;
  for (const settings of trackers(plan, options)) {
    const { place, problem } = await exportTo(plan, outputs, settings);
    if (problem === null) print(`${place}\n`);
    else {
      printError(`error: ${problem}\n`);
      code = exitCode.failed;
    }
  }
  return code;
}

function trackers(plan: Plan, { format = [], out, outputs, mlflow }: ExportOptions): TrackerSettings[] {
  if (format.includes('mlflow') && mlflow === undefined)
    throw new UsageError(
      'which MLflow server?',
      'give `--mlflow http://127.0.0.1:5000`, or set MLFLOW_TRACKING_URI',
    );
  return [
    ...(format.includes('tensorboard')
      ? [tensorboardSettings(out ?? defaultFolder(outputs, plan.experiment))]
      : []),
    ...(format.includes('mlflow') ? [mlflowSettings(mlflow!, plan.experiment, outputs)] : []),
  ];
}
