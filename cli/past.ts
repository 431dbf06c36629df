import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PastStage } from '../compiler/emit/explain-stage.js';
import { configFile, readDone } from '../runtime/store/stage-folder.js';

/** What the done stages of a store stand for. Folders that say nothing readable are passed over. */
export function pastStages(outputs: string): PastStage[] {
  const folder = join(outputs, 'stages');
  return foldersIn(folder).flatMap((id) => {
    try {
      const past = JSON.parse(readFileSync(join(folder, id, configFile), 'utf8')) as PastStage;
      return readDone(outputs, { id, key: past.key }) === null ? [] : [past];
    } catch {
      return [];
    }
  });
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
