import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportTo } from '../../cli/actions/export-weights.js';
import { importWeights } from '../../cli/actions/import-weights.js';
import { initialize } from '../../runtime/model/initialize.js';
import type { NamedArrays } from '../../runtime/store/array.js';
import { isLearned } from '../../runtime/weights/moments.js';
import { writeWeights } from '../../runtime/weights/write-weights.js';
import { readWeights } from '../../runtime/weights/read-weights.js';
import { weightForms } from '../../runtime/weights/forms.js';
import { expectSameArrays } from '../support/arrays.js';
import { tinyResnet } from '../support/models.js';
import { temporaryFolder } from '../support/stage.js';

let folder = '';
let published = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expc-weights-'));
  published = join(folder, 'epoch_2.pt');
  writeWeights(published, withMoments(initialize(tinyResnet, 1)), 'study', {
    model: tinyResnet,
    epoch: 2,
    optimizer: { settings: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 }, step: 40 },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function withMoments(arrays: NamedArrays): NamedArrays {
  const learned = [...arrays].filter(([name]) => isLearned(name));
  const moments = learned.flatMap(([name, array]) =>
    ['m', 'v'].map((m) => [`optimizer.${m}.${name}`, array] as const),
  );
  return new Map([...arrays, ...moments]);
}

/** What a command prints, and its exit code. */
function printed(work: () => number) {
  const out: string[] = [];
  const take = (text: unknown) => (out.push(String(text)), true);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take),
    vi.spyOn(process.stderr, 'write').mockImplementation(take),
  ];
  try {
    return { code: work(), text: out.join('') };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
  }
}

describe('import-weights', () => {
  it('says what a checkpoint is, as an experiment would write the model', () => {
    const { code, text } = printed(() => importWeights(published, {}));
    expect(code).toBe(0);
    expect(text).toMatch(/format +PyTorch\n/);
    expect(text).toMatch(/epoch +2\n/);
    expect(text).toMatch(/optimizer +moments of \d+ steps/);
    expect(text).toContain('model:\n  embed_dim: 16\n');
  });

  it('writes safetensors with the same numbers, and they are read again', () => {
    const out = join(temporaryFolder(), 'w.safetensors');
    expect(printed(() => importWeights(published, { out, json: true })).code).toBe(0);
    const [before, after] = [readWeights(published).arrays, readWeights(out).arrays];
    for (const name of before.keys()) if (name.startsWith('optimizer.')) before.delete(name);
    expectSameArrays(after, before);
  });

  it('says what is wrong with a file, without a stack trace', () => {
    const path = join(temporaryFolder(), 'x.pt');
    writeFileSync(path, 'no weights at all, but long enough');
    const { code, text } = printed(() => importWeights(path, {}));
    expect(code).toBe(1);
    expect(text).toBe(
      `error: the weights in ${path} cannot be read: it is neither safetensors nor a file that PyTorch wrote\n` +
        'hint: copy or export the file again\n',
    );
  });
});

describe('export-weights', () => {
  it.each(weightForms)('as %s, and import reads the same weights', (form) => {
    const out = join(temporaryFolder(), 'w');
    expect(printed(() => exportTo(published, out, { form })).code).toBe(0);
    const weights = readWeights(published).arrays.get('visual.bn1.running_var')!;
    expectSameArrays(
      new Map([['x', readWeights(out).arrays.get('visual.bn1.running_var')!]]),
      new Map([['x', weights]]),
    );
  });

  it('takes the form from the file’s name', () => {
    const folder = temporaryFolder();
    printed(() => exportTo(published, join(folder, 'a.safetensors'), {}));
    printed(() => exportTo(published, join(folder, 'a.pt'), {}));
    expect(readWeights(join(folder, 'a.safetensors')).format).toBe('safetensors');
    expect(readWeights(join(folder, 'a.pt')).format).toBe('PyTorch');
  });
});
