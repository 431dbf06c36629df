import { basename, dirname } from 'node:path';
import type { DatasetStage } from '../../schema/stages/data.js';
import { StageFailure } from '../execute/context.js';
import { digestFile } from '../store/digest.js';

/**
 * Checks that the files which a data set names are still those that the plan was made with: what is built of others
 * would stand under the wrong key.
 *
 * @throws {StageFailure} when one has changed, or is gone
 */
export function checkPlannedFiles({ config, locals }: Pick<DatasetStage, 'config' | 'locals'>): void {
  if (config.source.kind === 'join')
    for (const [index, part] of config.source.of.entries())
      checkPlannedFiles({ config: part, locals: locals.parts![index]! });
  const isListed = ['folder', 'cifar', 'webdataset'].includes(config.source.kind);
  for (const [name, planned] of Object.entries(config.files)) {
    const path = locals.paths[name];
    if (path === undefined || (isListed && name === 'path')) continue; // Names and sizes count.
    const { sha256 } = digestFile(dirname(path), basename(path));
    if (sha256 === planned) continue;
    throw new StageFailure(
      `${path} has changed since the plan was made`,
      'run the same command again: the changed file makes another data set',
    );
  }
}
