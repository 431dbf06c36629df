import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataStages, type NamedData } from '../compiler/plan/data-stages.js';
import { suggest } from '../compiler/diagnostics/suggest.js';
import { fileNames } from '../runtime/data/artifact/format.js';
import type { DataSubject } from '../runtime/data/inspect/subject.js';
import { readDone, stageFolder } from '../runtime/store/stage-folder.js';
import { stagesNamed } from '../runtime/store/stage-logs.js';
import type { DatasetStage } from '../schema/stages/data.js';
import { UsageError } from './exit.js';
import { loadOrExplain } from './load.js';
import { runNamed } from './runs.js';

export interface DataOptions {
  readonly outputs: string;
  readonly set?: readonly string[];
  readonly run?: string;
  /** Read sources even where they are built already. */
  readonly source?: boolean;
}

/** Data that a call names and that nothing can be read of yet. */
export interface UnmadeData {
  readonly kind: 'unmade';
  readonly title: string;
  readonly hint: string;
}

/**
 * The data that a call names: a folder that a stage left, the beginning of a stage's id, or an experiment's data, all
 * of it or the part of this name. Null after the experiment's errors are told.
 *
 * @throws {UsageError} when there is no such data
 */
export function dataNamed(
  what: string,
  part: string | undefined,
  options: DataOptions,
): (DataSubject | UnmadeData)[] | null {
  if (existsSync(what) && statSync(what).isFile()) return ofExperiment(what, part, options);
  const folder = folderNamed(what, options.outputs);
  if (folder === null)
    throw new UsageError(
      `\`${what}\` is no experiment, and no folder or stage of a data set`,
      'name an experiment, a folder with a dataset.json, or a stage such as `dataset-5859ca3ec183`',
    );
  if (part !== undefined) throw new UsageError(`\`${what}\` is one data set: it has no part \`${part}\``);
  return [{ kind: 'folder', title: basename(folder), folder }];
}

function folderNamed(what: string, outputs: string): string | null {
  const isData = (folder: string) =>
    [fileNames.dataset, fileNames.poison, fileNames.subset].some((name) => existsSync(join(folder, name)));
  if (isData(what)) return what;
  const [id, ...others] = stagesNamed(outputs, what).filter((one) => isData(stageFolder(outputs, one)));
  return id === undefined || others.length > 0 || what === '' ? null : stageFolder(outputs, id);
}

function ofExperiment(
  file: string,
  part: string | undefined,
  { set, run, source = false, outputs }: DataOptions,
): (DataSubject | UnmadeData)[] | null {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return null;
  const chosen = run === undefined ? compiled.plan.runs[0]! : runNamed(compiled.plan, run);
  const document = compiled.resolve(chosen.name)!.experiment!;
  const all = dataStages(compiled.plan, chosen, document);
  const named = part === undefined ? all : all.filter(({ names }) => names.includes(part));
  if (named.length === 0 && part !== undefined) throw noPart(compiled.plan.experiment, part, all);
  const distinct = named.filter((one, i) => named.findIndex(({ stage }) => stage === one.stage) === i);
  return distinct.map(({ names, stage }) => {
    const title = [...names, stage.id].join(', ');
    if (readDone(outputs, stage) !== null && !(source && stage.kind === 'dataset'))
      return { kind: 'folder', title, folder: stageFolder(outputs, stage.id) };
    return stage.kind === 'dataset'
      ? { kind: 'source', title: sourceTitle(names, stage), stage }
      : { kind: 'unmade', title, hint: `\`expc run --only ${stage.id} ${file}\` makes it` };
  });
}

function sourceTitle(names: readonly string[], { config }: DatasetStage): string {
  return `${names.join(', ')}: ${config.source.kind} source`;
}

function noPart(experiment: string, part: string, all: readonly NamedData[]): UsageError {
  const known = [...new Set(all.flatMap(({ names }) => names))];
  const near = suggest(part, known);
  return new UsageError(
    `\`${experiment}\` works with no data \`${part}\``,
    near === undefined ? `there are ${known.join(', ')}` : `did you mean \`${near}\`?`,
  );
}

/** The first of the data that can be read. */
export function firstReadable(found: readonly (DataSubject | UnmadeData)[]): DataSubject {
  const [first] = found;
  const readable = found.find((one) => one.kind !== 'unmade');
  if (readable !== undefined) return readable;
  throw notMade(first as UnmadeData);
}

export function notMade({ title, hint }: UnmadeData): UsageError {
  return new UsageError(`${title} is not made yet`, hint);
}
