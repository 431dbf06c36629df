import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { float32Array, int64Scalar, type NamedArrays } from '../../../runtime/store/array.js';
import {
  epochName,
  latestCheckpoint,
  listCheckpoints,
  readCheckpoint,
  saveCheckpoint,
  stepName,
  type Checkpoint,
} from '../../../runtime/store/checkpoint.js';
import { DamagedCheckpoint } from '../../../runtime/store/checkpoint-manifest.js';
import { prune } from '../../../runtime/store/retention.js';
import { digestFile, listFiles } from '../../../runtime/store/digest.js';
import { sweep } from '../../../runtime/store/stage-folder.js';
import { everyOperation, fullFrom, powerCutAt } from './support/faulty-disk.js';
import { leftovers, temporaryFolder } from './support/folder.js';

function tensors(value: number): NamedArrays {
  return new Map([
    [
      'visual.conv1.weight',
      float32Array(
        Float32Array.from({ length: 24 }, (_, i) => value + i),
        [2, 3, 4],
      ),
    ],
    ['logit_scale', float32Array(Float32Array.of(value / 7), [])],
    ['step', int64Scalar(value)],
  ]);
}

const at = (name: string, step: number): Checkpoint => ({
  name,
  tensors: tensors(step),
  state: { step, epoch: 1, note: 'x' },
});
const atEpoch = (epoch: number) => at(epochName(epoch), epoch * 10);
const atStep = (step: number) => at(stepName(step), step);
const names = (dir: string) => listCheckpoints(dir).map(({ name }) => name);

/** The name of the newest whole checkpoint, and what was said about the others. */
function latest(dir: string): { name: string | null; said: string[] } {
  const said: string[] = [];
  return { name: latestCheckpoint(dir, (line) => said.push(line)), said };
}

describe('a checkpoint', () => {
  it('is read as it was saved', () => {
    const dir = join(temporaryFolder(), 'checkpoints');
    saveCheckpoint(dir, atEpoch(3));
    const { tensors: found, state, name } = readCheckpoint(dir, 'epoch-0003');
    expect({ name, state }).toEqual({ name: 'epoch-0003', state: { step: 30, epoch: 1, note: 'x' } });
    expect([...found.keys()].sort()).toEqual([...tensors(30).keys()].sort());
    for (const [key, array] of tensors(30)) {
      expect(found.get(key)).toMatchObject({ dtype: array.dtype, shape: array.shape });
      expect(Buffer.compare(found.get(key)!.data, array.data)).toBe(0);
    }
  });

  it('has the same bytes for the same content, in whatever order it is told', () => {
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    saveCheckpoint(a, atEpoch(1));
    const reversed = new Map([...tensors(10)].reverse());
    saveCheckpoint(b, { name: 'epoch-0001', tensors: reversed, state: { note: 'x', epoch: 1, step: 10 } });
    const digests = (dir: string) => listFiles(dir).map((path) => digestFile(dir, path));
    expect(digests(a)).toEqual(digests(b));
    expect(digests(a).map(({ path }) => path)).toEqual([
      'epoch-0001/manifest.json',
      'epoch-0001/state.json',
      'epoch-0001/tensors.safetensors',
    ]);
  });

  it('can be saved again, equal or not', () => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    saveCheckpoint(dir, atEpoch(1));
    saveCheckpoint(dir, { ...atEpoch(1), state: { step: 10, other: true } });
    expect(readCheckpoint(dir, 'epoch-0001').state).toEqual({ step: 10, other: true });
    expect(leftovers(dir)).toEqual([]);
  });

  it('replaces a damaged one of its name', () => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    truncateSync(join(dir, 'epoch-0001', 'tensors.safetensors'), 20);
    saveCheckpoint(dir, atEpoch(1));
    expect(latest(dir)).toEqual({ name: 'epoch-0001', said: [] });
  });

  it('is listed by steps, an epoch’s end after the checkpoint of the same step inside it', () => {
    const dir = temporaryFolder();
    for (const each of [atStep(10), atEpoch(2), atStep(15), atEpoch(1), atEpoch(0)])
      saveCheckpoint(dir, each);
    expect(names(dir)).toEqual(['epoch-0000', 'step-00000010', 'epoch-0001', 'step-00000015', 'epoch-0002']);
    expect(names(join(dir, 'none'))).toEqual([]);
  });
});

describe('the newest whole checkpoint', () => {
  const damages: Record<string, (folder: string) => void> = {
    'tensors.safetensors has 10 bytes': (folder) => truncateSync(join(folder, 'tensors.safetensors'), 10),
    'tensors.safetensors was altered': (folder) => {
      const bytes = readFileSync(join(folder, 'tensors.safetensors'));
      bytes[bytes.byteLength - 1]! ^= 1;
      writeFileSync(join(folder, 'tensors.safetensors'), bytes);
    },
    'tensors.safetensors is missing': (folder) => rmSync(join(folder, 'tensors.safetensors')),
    'state.json was altered': (folder) => {
      const text = readFileSync(join(folder, 'state.json'), 'utf8');
      writeFileSync(join(folder, 'state.json'), text.replace('20', '21'));
    },
    'its manifest is missing': (folder) => rmSync(join(folder, 'manifest.json')),
    'its manifest is damaged': (folder) => truncateSync(join(folder, 'manifest.json'), 30),
    'its manifest is not of a version': (folder) =>
      writeFileSync(join(folder, 'manifest.json'), '{"version": 9}'),
  };

  it.each(Object.keys(damages))('is the one before when of the last %s', (problem) => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    saveCheckpoint(dir, atEpoch(2));
    damages[problem]!(join(dir, 'epoch-0002'));
    const { name, said } = latest(dir);
    expect(name).toBe('epoch-0001');
    expect(said[0]).toContain(`checkpoint epoch-0002 is skipped: ${problem}`);
    expect(said.at(-1)).toBe('checkpoint epoch-0001 is used instead');
    expect(() => readCheckpoint(dir, 'epoch-0002')).toThrow(DamagedCheckpoint);
  });

  it('is none when none is whole, and it says so', () => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    truncateSync(join(dir, 'epoch-0001', 'state.json'), 1);
    expect(latest(dir)).toMatchObject({
      name: null,
      said: [expect.any(String), 'no checkpoint is left that is whole: starting afresh'],
    });
    expect(latest(join(dir, 'none'))).toEqual({ name: null, said: [] });
  });
});

describe('saving on a machine that stops', () => {
  const counting = join(process.cwd(), '.vitest', `count-checkpoint-${process.pid}`);
  const operations = everyOperation((files) => {
    rmSync(counting, { recursive: true, force: true });
    saveCheckpoint(counting, atEpoch(2), files);
  });
  rmSync(counting, { recursive: true, force: true });

  it.each(operations)('at operation %i leaves the one before, or the new one whole', (n) => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    expect(() => saveCheckpoint(dir, atEpoch(2), powerCutAt(n))).toThrow();
    const { name, said } = latest(dir);
    expect(said).toEqual([]);
    expect(name).toMatch(/^epoch-000[12]$/);
    expect(readCheckpoint(dir, name!).state.step).toBe(name === 'epoch-0001' ? 10 : 20);
    saveCheckpoint(dir, atEpoch(2));
    expect(latest(dir).name).toBe('epoch-0002');
    sweep(dir);
    expect(leftovers(dir)).toEqual([]);
  });

  it.each(operations)('at operation %i of the first leaves a fresh start, or it whole', (n) => {
    const dir = join(temporaryFolder(), 'checkpoints');
    expect(() => saveCheckpoint(dir, atEpoch(1), powerCutAt(n))).toThrow();
    expect([null, 'epoch-0001']).toContain(latest(dir).name);
  });

  it.each(operations)('at operation %i while one of its name gives way leaves a whole one', (n) => {
    const dir = temporaryFolder();
    saveCheckpoint(dir, atEpoch(1));
    saveCheckpoint(dir, { ...atEpoch(2), state: { step: 20, other: true } });
    expect(() => saveCheckpoint(dir, atEpoch(2), powerCutAt(n))).toThrow();
    expect(latest(dir).name).toMatch(/^epoch-000[12]$/);
  });

  it.each(operations)(
    'on a disk that is full from operation %i on leaves the one before, and no rubbish',
    (n) => {
      const dir = temporaryFolder();
      saveCheckpoint(dir, atEpoch(1));
      try {
        saveCheckpoint(dir, atEpoch(2), fullFrom(n));
        expect(latest(dir).name).toBe('epoch-0002');
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        expect(latest(dir)).toEqual({ name: 'epoch-0001', said: [] });
      }
      expect(leftovers(dir)).toEqual([]);
    },
  );
});

describe('pruning', () => {
  it('keeps the newest ends of epochs and those that are named', () => {
    const dir = temporaryFolder();
    for (let epoch = 0; epoch <= 6; epoch++) saveCheckpoint(dir, atEpoch(epoch));
    expect(prune(dir, { last: 2, names: ['epoch-0003'] })).toEqual([
      'epoch-0000',
      'epoch-0001',
      'epoch-0002',
      'epoch-0004',
    ]);
    expect(names(dir)).toEqual(['epoch-0003', 'epoch-0005', 'epoch-0006']);
  });

  it('keeps checkpoints inside the epoch that runs, and drops them once its end is there', () => {
    const dir = temporaryFolder();
    for (const each of [atEpoch(1), atEpoch(2), atStep(23), atStep(25), atStep(27)])
      saveCheckpoint(dir, each);
    prune(dir, { last: 2 });
    expect(names(dir)).toEqual(['epoch-0001', 'epoch-0002', 'step-00000025', 'step-00000027']);
    saveCheckpoint(dir, atEpoch(3));
    prune(dir, { last: 2 });
    expect(names(dir)).toEqual(['epoch-0002', 'epoch-0003']);
  });

  it('never removes the newest', () => {
    for (const newest of [atEpoch(2), atStep(15)]) {
      const dir = temporaryFolder();
      saveCheckpoint(dir, atEpoch(1));
      saveCheckpoint(dir, newest);
      prune(dir, { last: 1 });
      expect(names(dir).at(-1)).toBe(newest.name);
    }
  });

  it('removes a checkpoint at one blow: half of one is never seen', () => {
    const dir = temporaryFolder();
    for (let epoch = 1; epoch <= 3; epoch++) saveCheckpoint(dir, atEpoch(epoch));
    for (let n = 0; n < 4; n++) {
      try {
        prune(dir, { last: 2 }, powerCutAt(n));
      } catch {
        // The machine stopped.
      }
      expect(latest(dir)).toEqual({ name: 'epoch-0003', said: [] });
    }
    expect(readdirSync(dir).filter((name) => !name.startsWith('.'))).toEqual(['epoch-0002', 'epoch-0003']);
  });
});
