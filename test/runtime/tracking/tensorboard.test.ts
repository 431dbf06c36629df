import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { startTracking } from '../../../runtime/tracking/start.js';
import { folderName, TensorBoard } from '../../../runtime/tracking/tensorboard.js';
import { pythonOrNull } from '../../support/python.js';
import { loss, makeStore, metrics } from './support.js';

const python = await pythonOrNull('tensorboard', 'tensorboard==2.20.0', 'setuptools<81');

/** Reads every scalar of every run under a folder with TensorBoard's own reader. */
const reader = `
import json, os, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
found = {}
for name in sorted(os.listdir(sys.argv[1])):
    folder = os.path.join(sys.argv[1], name)
    if not os.path.isdir(folder): continue
    events = EventAccumulator(folder, size_guidance={'tensors': 0, 'scalars': 0}); events.Reload()
    from tensorboard.util import tensor_util
    found[name] = {tag: [[e.step, float(tensor_util.make_ndarray(e.tensor_proto))] for e in events.Tensors(tag)] for tag in events.Tags()['tensors']}
    found[name].update({tag: [[e.step, e.value] for e in events.Scalars(tag)] for tag in events.Tags()['scalars']})
print(json.dumps(found))
`;

type Scalars = Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, number])[]>>>>;

async function read(folder: string): Promise<Scalars> {
  const { stdout } = await execa(python!, ['-c', reader, folder]);
  return JSON.parse(stdout) as Scalars;
}

describe('folderName', () => {
  it('is one that file systems take, whatever the labels, and no two stages share', () => {
    expect(folderName('clean · lr 0.001', 'clean-0123456789ab')).toBe('clean, lr 0.001 (6789ab)');
    expect(folderName('clean · x ../../etc', 'clean-0123456789ab')).not.toContain('/');
  });
});

describe('TensorBoard', () => {
  it('says when another process should go on', async () => {
    const { plan } = makeStore();
    const writer = { scalar: () => {}, flush: () => {} };
    const tracker = new TensorBoard(join(makeStore().outputs, 'tb'), () => writer, 1);
    const training = { stage: plan.stages[0]!, label: 'a', measuredIn: [], parameters: {}, runs: [] };
    expect(tracker.isFull).toBe(false);
    await tracker.log(training, []);
    expect(tracker.isFull).toBe(true);
  });
});

describe.skipIf(python === null)('event files', { timeout: 120_000 }, () => {
  it('hold what was measured, as the real TensorBoard reads them', async () => {
    const { plan, outputs, write } = makeStore({ tensorboard: true });
    const tracking = startTracking(plan, outputs, { warn: (message) => expect.fail(message), seconds: 0.2 });
    write('pretrain', 'train.jsonl', loss(10, 2.5), loss(20, 1.25));
    write('evaluate', 'metrics.jsonl', metrics(1, 20, 0.5, 0.75));
    write('clean', 'metrics.jsonl', metrics(0, 0, 0.5, 0.9));
    await tracking.finish();
    const folder = join(outputs, 'tensorboard', 'made');
    const found = await read(folder);
    const [clean, pretrain] = Object.keys(found);
    expect([clean, pretrain]).toEqual(['clean, lr 0.001 (cccccc)', 'pretrain (aaaaaa)']);
    expect(found[pretrain!]).toEqual({
      loss: [
        [10, 2.5],
        [20, 1.25],
      ],
      'losses/mmcl': [
        [10, 2.5],
        [20, 1.25],
      ],
      lr: [
        [10, 0.125],
        [20, 0.125],
      ],
      logit_scale: [
        [10, 14.5],
        [20, 14.5],
      ],
      'accuracy/top1': [[20, 0.5]],
      'asr/top1': [[20, 0.75]],
    });
    expect(found[clean!]!['asr/top1']![0]![1]).toBeCloseTo(0.9, 6); // Event files hold 32-bit floats.
    const { parameters } = JSON.parse(readFileSync(join(folder, pretrain!, 'parameters.json'), 'utf8')) as {
      parameters: unknown;
    };
    expect(parameters).toEqual({ epochs: '2', 'optimizer.lr': '0.1' });
  });

  it('go on after a stop, and are written anew when they were deleted', async () => {
    const { plan, outputs, write } = makeStore({ tensorboard: true });
    const follow = () => startTracking(plan, outputs, { warn: (message) => expect.fail(message) }).finish();
    const folder = join(outputs, 'tensorboard', 'made');
    write('pretrain', 'train.jsonl', loss(10, 2));
    await follow();
    write('pretrain', 'train.jsonl', loss(20, 1));
    await follow();
    const both = [
      [10, 2],
      [20, 1],
    ];
    expect((await read(folder))['pretrain (aaaaaa)']!['loss']).toEqual(both);
    rmSync(folder, { recursive: true });
    await follow();
    expect(existsSync(folder)).toBe(true);
    expect((await read(folder))['pretrain (aaaaaa)']!['loss']).toEqual(both);
  });
});
