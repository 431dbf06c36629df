import { writeFileSync } from 'node:fs';
import { openSource } from '../../runtime/data/open-source.js';
import { firstPictures, previewAttacks } from '../../runtime/poison/preview.js';
import { previewSheet } from '../../report/preview-sheet.js';
import type { Plan, Run } from '../../schema/plan.js';
import type { DatasetStage } from '../../schema/stages/data.js';
import type { PoisonStage } from '../../schema/stages/poison.js';
import type { PreviewOptions } from '../commands/preview.js';
import { exitCode, UsageError } from '../exit.js';
import { explained } from '../explained.js';
import { loadOrExplain } from '../load.js';
import { runNamed } from '../runs.js';
import { print } from '../terminal.js';

export async function preview(file: string, { run, out, count, set }: PreviewOptions): Promise<number> {
  const compiled = loadOrExplain(file, { set, missingFiles: 'error' });
  if (compiled === null) return exitCode.wrong;
  const { plan } = compiled;
  const { poison, data } = attackOf(plan, run === undefined ? undefined : runNamed(plan, run));
  return explained(async () => {
    const pictures = await firstPictures(openSource(data, quiet).rows(), count);
    const { config, locals } = poison;
    const attacks = [config, ...(config.others ?? [])];
    const previewed = await previewAttacks(attacks, pictures, config.seed, locals);
    writeFileSync(out, await previewSheet(previewed));
    print(
      `${out}: ${previewed.map(({ description, target }) => `${description}, for "${target}"`).join('; ')}\n`,
    );
    return exitCode.fine;
  });
}

const quiet = { progress: () => undefined, checkStop: () => undefined };

/** The attack of a run, or of the first that has one, and the data set that it poisons. */
function attackOf(plan: Plan, chosen: Run | undefined): { poison: PoisonStage; data: DatasetStage } {
  const stageOf = (key: string | undefined) => plan.stages.find((stage) => stage.key === key);
  for (const { stages } of chosen === undefined ? plan.runs : [chosen]) {
    const [poison, data] = [stageOf(stages.poison), stageOf(stages.train)];
    if (poison?.kind === 'poison' && data?.kind === 'dataset') return { poison, data };
  }
  throw new UsageError(`\`${plan.experiment}\` has no attack`, 'describe one under `poison`');
}
