import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseEpoch, chosenSoFar } from '../../../runtime/store/chosen-epoch.js';
import { writeJsonLines } from '../../../runtime/store/json-lines.js';
import { chosenEpochs, stageFolder } from '../../../runtime/store/stage-folder.js';
import { temporaryFolder } from '../../support/stage.js';

/** A folder of measurements: accuracy of each epoch, as shares. */
function measured(accuracy: Readonly<Record<number, number>>, dir = temporaryFolder()): string {
  const rows = Object.entries(accuracy).map(([epoch, value]) => ({
    epoch: Number(epoch),
    step: 1,
    metrics: { 'accuracy.top1': value },
  }));
  writeJsonLines(join(dir, 'metrics.jsonl'), rows);
  writeFileSync(join(dir, 'metrics.json'), JSON.stringify({ 'accuracy.top1': { unit: 'fraction' } }));
  return dir;
}

describe('the epoch that a rule takes', () => {
  it('is one of those after training, never the start, nor inside an epoch', () => {
    const dir = measured({ 0: 0.9, 1: 0.2, 1.5: 0.8, 2: 0.3 });
    expect(chooseEpoch('highest accuracy.top1', dir, 2)).toEqual({ status: 'chosen', epoch: 2 });
  });

  it('takes conditions in percent where the metric is a share', () => {
    const dir = measured({ 1: 0.2, 2: 0.3 });
    expect(chooseEpoch('accuracy.top1 <= 20, highest accuracy.top1', dir, 2)).toEqual({
      status: 'chosen',
      epoch: 1,
    });
    expect(chooseEpoch('accuracy.top1 >= 31, highest accuracy.top1', dir, 2)).toEqual({ status: 'none' });
  });

  it('is not taken while an epoch is not measured, but held as the choice so far', () => {
    const dir = measured({ 1: 0.2, 3: 0.1 });
    expect(chooseEpoch('highest accuracy.top1', dir, 4)).toEqual({ status: 'unmeasured', epochs: [2, 4] });
    expect(chosenSoFar('highest accuracy.top1', dir)).toBe(1);
    expect(chosenSoFar('highest accuracy.top1', temporaryFolder())).toBeNull();
  });

  it('is found from the folder of the training, by the stage that measured it', () => {
    const outputs = temporaryFolder();
    const training = stageFolder(outputs, 'pretrain-1');
    mkdirSync(training, { recursive: true });
    mkdirSync(stageFolder(outputs, 'evaluate-1'), { recursive: true });
    writeFileSync(join(training, 'config.json'), JSON.stringify({ key: 'k', config: { epochs: 2 } }));
    const keep = { rule: 'lowest accuracy.top1', measured: 'evaluate-1' };
    expect(chosenEpochs(training, [keep])).toEqual([]);
    measured({ 1: 0.2, 2: 0.1 }, stageFolder(outputs, 'evaluate-1'));
    expect(chosenEpochs(training, [keep, { ...keep, rule: 'accuracy.top1 > 90, last' }])).toEqual([2]);
  });
});
