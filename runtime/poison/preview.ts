import type { FileLocals } from '../../schema/stages/base.js';
import type { OtherAttack } from '../../schema/stages/poison.js';
import type { Picture } from '../data/dataset.js';
import type { SourceRow } from '../data/source.js';
import { stream } from '../random/stream.js';
import { loadTrigger } from './load-trigger.js';

/** One attack on some pictures, to be looked at. */
export interface PreviewedAttack {
  readonly description: string;
  readonly target: string;
  readonly clean: readonly Picture[];
  readonly triggered: readonly Picture[];
  /** How far each byte moved, amplified so that the largest change is white. */
  readonly difference: readonly Picture[];
}

/** The first pictures of a source that can be used, at most `count`. */
export async function firstPictures(rows: AsyncIterable<SourceRow>, count: number): Promise<Picture[]> {
  const found: Picture[] = [];
  for await (const row of rows) {
    if ('pair' in row && row.pair.picture !== null) found.push(row.pair.picture);
    if (found.length === count) break;
  }
  return found;
}

/**
 * What attacks do to pictures: what is drawn is drawn as for pairs of these numbers.
 *
 * @throws {StageFailure} when a trigger's picture cannot be read
 */
export async function previewAttacks(
  attacks: readonly Pick<OtherAttack, 'trigger' | 'target'>[],
  clean: readonly Picture[],
  seed: number,
  files: FileLocals,
): Promise<PreviewedAttack[]> {
  const previewed: PreviewedAttack[] = [];
  for (const { trigger: config, target } of attacks) {
    const trigger = await loadTrigger(config, files);
    const fitting = clean.filter(({ width, height }) => Math.min(width, height) >= trigger.minimumSide);
    const triggered = fitting.map((picture, i) => trigger.apply(picture, stream(seed, 'poison trigger', i)));
    previewed.push({
      description: trigger.description,
      target,
      clean: fitting,
      triggered,
      difference: fitting.map((picture, i) => differenceOf(picture, triggered[i]!)),
    });
  }
  return previewed;
}

function differenceOf(before: Picture, after: Picture): Picture {
  const by = before.data.map((level, i) => Math.abs(level - after.data[i]!));
  const largest = by.reduce((most, value) => Math.max(most, value), 1);
  return { ...before, data: by.map((value) => Math.round((255 * value) / largest)) };
}
