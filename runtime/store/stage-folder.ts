import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Stage } from '../../schema/plan.js';
import type { KeepRule, TrainingLocals } from '../../schema/stages/training.js';
import { StageFailure } from '../execute/context.js';
import { isTemporary, readJson, writeJsonAtomic } from './atomic.js';
import { attemptsFolder } from './attempt.js';
import { differences } from './differences.js';
import { epochName } from './checkpoint.js';
import { chooseEpoch } from './chosen-epoch.js';
import { digestFile, listFiles, sha256, type FileDigest } from './digest.js';
import { codeOf, type FileLayer } from './files.js';
import type { Provenance } from './provenance.js';

/** A stage's folder in the store: `outputs/stages/<id>`. */
export function stageFolder(outputs: string, id: string): string {
  return join(outputs, 'stages', id);
}

export const configFile = 'config.json';
/** The done marker: there is one exactly when every artifact is complete. */
export const doneFile = 'state.json';
export const logFile = 'log.txt';
export const progressFile = 'progress.json';
export const checkpointsFolder = 'checkpoints';

/** What stands in a stage's folder beside its artifacts. */
export const bookkeeping: ReadonlySet<string> = new Set([
  configFile,
  doneFile,
  logFile,
  progressFile,
  attemptsFolder,
]);

/** The done marker of a stage. */
export interface DoneMarker {
  readonly version: 1;
  readonly status: 'done';
  readonly key: string;
  readonly started: string;
  readonly finished: string;
  /** Time at work, all attempts together. */
  readonly seconds: number;
  readonly attempts: number;
  readonly artifacts: readonly FileDigest[];
  /** SHA-256 of the artifacts' list: equal for equal results. */
  readonly digest: string;
  /** Digest of each input as it was read. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly provenance: Provenance;
}

/** The part of a stage that its key stands for. */
type StageIdentity = Pick<Stage, 'key' | 'kind' | 'config' | 'inputs' | 'semantics'>;

/** A stage's folder that holds another stage's work: going on in it would mix the two. */
export class ForeignFolder extends StageFailure {
  constructor(dir: string, differing: readonly string[]) {
    const shown = differing.slice(0, 5).join('; ');
    const more = differing.length > 5 ? `; and ${differing.length - 5} more` : '';
    super(
      `${dir} holds the work of another stage: ${shown}${more}`,
      'move that folder away, then run the same command again: the stage is begun afresh',
    );
  }
}

/**
 * Makes a stage's folder, or checks that what is there belongs to this very stage.
 *
 * @throws {ForeignFolder} when it does not
 */
export function openStageFolder(outputs: string, stage: Stage, files: FileLayer): string {
  const dir = stageFolder(outputs, stage.id);
  files.makeFolder(dir);
  const { key, kind, config, inputs, semantics }: StageIdentity = stage;
  const path = join(dir, configFile);
  const found = readConfig(path);
  const identity = { key, kind, config, inputs, semantics };
  if (found === null) writeJsonAtomic(path, identity, files);
  else if (!isDeepStrictEqual(found, JSON.parse(JSON.stringify(identity)))) {
    throw new ForeignFolder(dir, differences(found, identity));
  }
  return dir;
}

function readConfig(path: string): StageIdentity | null {
  try {
    return (readJson(path) as StageIdentity | undefined) ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Damaged: it says nothing that the stage does not.
    throw error;
  }
}

/** A stage as it is looked for; with `locals`, it must hold what these ask for. */
export type Sought = Pick<Stage, 'id' | 'key'> & { readonly locals?: object };

/**
 * The done marker, when the stage is done and no artifact is missing or of another size. A training that did not keep
 * a checkpoint that this plan needs is not done: it has to make it again.
 */
export function readDone(outputs: string, stage: Sought): DoneMarker | null {
  const dir = stageFolder(outputs, stage.id);
  const marker = readMarker(dir);
  if (marker?.key !== stage.key || lacking(dir, marker, stage).length > 0) return null;
  return marker.artifacts.every(({ path, bytes }) => sizeOf(join(dir, path)) === bytes) ? marker : null;
}

/** The epochs whose checkpoint is why a training that was finished is not done for this plan; null when that is not why. */
export function epochsToAdd(outputs: string, stage: Sought): number[] | null {
  const { id, key } = stage;
  const marker = readDone(outputs, { id, key });
  const epochs = marker === null ? [] : lacking(stageFolder(outputs, id), marker, stage);
  return epochs.length === 0 ? null : [...new Set(epochs)];
}

/** The epochs whose checkpoint a plan needs of a finished training and that it did not keep. */
function lacking(dir: string, marker: DoneMarker, { locals = {} }: Sought): number[] {
  const { keep_epochs = [], keep_rules = [] } = locals as Partial<TrainingLocals>;
  const needed = [...keep_epochs, ...chosenEpochs(dir, keep_rules)];
  if (needed.length === 0) return [];
  const kept = new Set(checkpointsOf(marker));
  return needed.filter((epoch) => !kept.has(epochName(epoch)));
}

/** The epochs of a finished training that rules take, as far as its measurements tell. */
export function chosenEpochs(dir: string, rules: readonly KeepRule[]): number[] {
  if (rules.length === 0) return [];
  const { epochs = 0 } = (readConfig(join(dir, configFile))?.config ?? {}) as { readonly epochs?: number };
  return rules.flatMap(({ rule, measured }) => {
    const chosen = chooseEpoch(rule, join(dirname(dir), measured), epochs);
    return chosen.status === 'chosen' ? [chosen.epoch] : [];
  });
}

/** Names of the checkpoints that a finished stage holds. */
export function checkpointsOf(marker: DoneMarker | null): string[] {
  const paths = (marker?.artifacts ?? []).map(({ path }) => path.split('/'));
  return paths
    .filter(([folder, , file]) => folder === checkpointsFolder && file === 'manifest.json')
    .map(([, name]) => name!);
}

/** The done marker as it stands; null when there is none or it is damaged. */
export function readMarker(dir: string): DoneMarker | null {
  try {
    const marker = readJson(join(dir, doneFile)) as Partial<DoneMarker> | null | undefined;
    return marker?.version === 1 && marker.status === 'done' ? (marker as DoneMarker) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Bytes of a file; null when it is not there. */
export function sizeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The artifacts of a stage, by content: everything in its folder that is not bookkeeping. */
export function digestArtifacts(dir: string): FileDigest[] {
  return listFiles(dir, bookkeeping).map((path) => digestFile(dir, path));
}

/** One digest for a list of artifacts. */
export function digestOf(artifacts: readonly FileDigest[]): string {
  return sha256(...artifacts.map(({ path, sha256 }) => `${sha256}  ${path}\n`));
}

export function writeDone(dir: string, marker: DoneMarker, files: FileLayer): void {
  writeJsonAtomic(join(dir, doneFile), marker, files);
}

/** Removes what writers that are gone left unfinished. For the holder of the stage's claim only. */
export function sweep(dir: string): void {
  if (!existsSync(dir)) return;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (isTemporary(entry.name)) rmSync(path, { recursive: true, force: true });
    // Others may be making their attempt's record at this moment.
    else if (entry.isDirectory() && entry.name !== attemptsFolder) sweep(path);
  }
}
