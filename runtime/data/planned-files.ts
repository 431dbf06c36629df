import { basename, dirname } from 'node:path';
import type { DatasetStage } from '../../schema/plan.js';
import { StageFailure } from '../execute/context.js';
import { digestFile } from '../store/digest.js';

/**
 * Checks that the files which a data set names are still those that the plan was made with: what is built of others
 * would stand under the wrong key.
 *
 * @throws {StageFailure} when one has changed, or is gone
 */
export function checkPlannedFiles({ config, locals }: Pick<DatasetStage, 'config' | 'locals'>): void {
  const isFolder = config.source.kind === 'folder' || config.source.kind === 'cifar';
  for (const [name, planned] of Object.entries(config.files)) {
    const path = locals.paths[name];
    if (path === undefined || (isFolder && name === 'path')) continue; // Of folders the listing counts.
    const { sha256 } = digestFile(dirname(path), basename(path));
    if (sha256 === planned) continue;
    throw new StageFailure(
      `${path} has changed since the plan was made`,
      'run the same command again: the changed file makes another data set',
    );
  }
}
