import { existsSync, readFileSync } from 'node:fs';
import type { Stage } from '../../../../schema/plan.js';
import { digestArtifacts, stageFolder } from '../../../../runtime/store/stage-folder.js';

/** Every artifact of some stages, by content. */
export function contents(outputs: string, stages: readonly Stage[]): Record<string, string> {
  return Object.fromEntries(
    stages.flatMap(({ id }) =>
      digestArtifacts(stageFolder(outputs, id)).map(({ path, sha256 }) => [`${id}/${path}`, sha256]),
    ),
  );
}

/** What the toy stages told: who began and ended what. */
export function readJournal(path: string): { id: string; pid: number; what: string }[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; pid: number; what: string });
}
