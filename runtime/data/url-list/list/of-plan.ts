import type { DatasetSource, DatasetStage } from '../../../../schema/stages/data.js';
import type { Plan, Stage } from '../../../../schema/plan.js';
import { StageFailure } from '../../../execute/context.js';
import { countRows } from './rows.js';

/** A list of URLs whose pictures a plan would download. */
export interface PlannedList {
  /** The list, and the folder that its pictures go to. */
  readonly path: string;
  readonly root: string;
  /** Null where the list cannot be read. */
  readonly rows: number | null;
}

/** The lists of the data sets that are to be made, each once, in the order of the plan. */
export async function plannedLists(
  { stages }: Pick<Plan, 'stages'>,
  isDone: (stage: Stage) => boolean,
): Promise<PlannedList[]> {
  const found = new Map<string, PlannedList>();
  for (const stage of stages) {
    if (stage.kind !== 'dataset' || isDone(stage)) continue;
    for (const [source, { paths }] of sourcesOf(stage.config.source, stage.locals)) {
      const { path, root = '' } = paths;
      if (source.kind !== 'url-list' || path === undefined || found.has(`${path}\n${root}`)) continue;
      found.set(`${path}\n${root}`, { path, root, rows: await rowsOf(path, source) });
    }
  }
  return [...found.values()];
}

/** A data set, or the parts of a join. */
function sourcesOf(
  source: DatasetSource,
  locals: DatasetStage['locals'],
): readonly (readonly [DatasetSource, DatasetStage['locals']])[] {
  if (source.kind !== 'join') return [[source, locals]];
  return source.of.flatMap((part, i) => sourcesOf(part.source, locals.parts?.[i] ?? { paths: {} }));
}

async function rowsOf(path: string, config: Parameters<typeof countRows>[1]): Promise<number | null> {
  try {
    return await countRows(path, config);
  } catch (error) {
    if (error instanceof StageFailure) return null;
    throw error;
  }
}
