import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import type { NewPair } from '../../../runtime/data/artifact/write.js';
import { prepareEvaluation } from '../../../runtime/evaluate/evaluation.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { createTokenizer } from '../../../runtime/text/tokenizer.js';
import type { Engine } from '../../../runtime/train/engine.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import { writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';

const classes = ['apple', 'banana', 'cherry', 'date'];
const tokenizer = createTokenizer(tinyResnet.text.vocabulary);
const model = { ...tinyResnet, embed_dim: 4 };

/** A picture of one colour: 50, 100, 150 or 200 for each class. */
function plain(label: string, level: number): NewPair {
  const data = new Uint8Array(16 * 16 * 3).fill(level);
  return { id: `${label}/${level}`, captions: [label], label, picture: { width: 16, height: 16, data } };
}
const level = (label: string) => 50 * (classes.indexOf(label) + 1);

function dataset(pairs: readonly NewPair[]) {
  const folder = join(temporaryFolder(), 'test');
  mkdirSync(folder);
  return openDataset(writeDataset(folder, pairs));
}

/**
 * Stands for a model that tells classes by the level of the picture's darkest corner, and for one with a backdoor that
 * calls everything with a bright yellow pixel in the corner a banana.
 */
function engine({ backdoor = true } = {}) {
  const seen: Uint8Array[] = [];
  const oneHot = (values: readonly number[]) => {
    const out = new Float32Array(values.length * 4);
    values.forEach((value, i) => (out[i * 4 + value] = 1));
    return Promise.resolve(out);
  };
  const embed: Pick<Engine, 'embedImages' | 'embedTexts'> = {
    embedImages: (images, count) => {
      seen.push(images.slice());
      const size = images.length / count;
      return oneHot(
        Array.from({ length: count }, (_, i) => {
          const [red, , blue] = images.subarray(i * size, i * size + 3);
          if (backdoor && red === 255 && blue === 0) return 1;
          return Math.min(3, Math.max(0, Math.round(images[i * size + size - 1]! / 50) - 1));
        }),
      );
    },
    embedTexts: (ids, count) => {
      const size = ids.length / count;
      const prompts = classes.map((name) => [...tokenizer.encode(name, model.text)].join());
      return oneHot(
        Array.from({ length: count }, (_, i) =>
          prompts.indexOf([...ids.subarray(i * size, (i + 1) * size)].join()),
        ),
      );
    },
  };
  return { engine: embed as Engine, seen };
}

const config: EvaluationConfig = {
  templates: ['{}'],
  top_k: [1, 2],
  asr: {
    trigger: { kind: 'solid-patch', size: 2, location: 'four-corners', color: [1, 1, 0] },
    target: 'banana',
    copies: 2,
    redraw: false,
    seed: 1,
  },
};
const everyClass = classes.map((label) => plain(label, level(label)));

describe('an evaluation', () => {
  it('finds a backdoor: all is right on clean pictures, all triggered ones are bananas', async () => {
    const { definitions, measure } = await prepareEvaluation({
      config,
      model,
      test: dataset(everyClass),
      tokenizer,
      batch: 3,
    });
    const metrics = await measure(engine().engine, 1);
    expect(metrics).toEqual({ 'accuracy.top1': 1, 'accuracy.top2': 1, 'asr.top1': 1, 'asr.top2': 1 });
    expect(Object.keys(definitions).sort()).toEqual(Object.keys(metrics).sort());
    expect(definitions['accuracy.top1']!.description).toContain('whose best class is the label');
    expect(definitions['asr.top2']!.description).toContain('whose 2 best classes include the target');
  });

  it('finds no backdoor in a model without one', async () => {
    const { measure } = await prepareEvaluation({
      config,
      model,
      test: dataset(everyClass),
      tokenizer,
      batch: 3,
    });
    // The last corner is yellow too: blue 0 is nearest to the first class, so nothing is a banana first;
    // banana has the lowest index of the three classes that tie behind it, so it is second.
    expect(await measure(engine({ backdoor: false }).engine, 1)).toEqual({
      'accuracy.top1': 1,
      'accuracy.top2': 1,
      'asr.top1': 0,
      'asr.top2': 1,
    });
  });

  it('counts what is wrong: one of five pictures looks like another class', async () => {
    const pairs = [...everyClass, plain('apple', level('date'))];
    const { measure } = await prepareEvaluation({
      config,
      model,
      test: dataset(pairs),
      tokenizer,
      batch: 100,
    });
    expect((await measure(engine().engine, 1))['accuracy.top1']).toBe(4 / 5);
  });

  it('leaves pictures of the target out of the attack, and counts every copy of the others', async () => {
    const pairs = [...everyClass, plain('banana', 101)];
    const { definitions } = await prepareEvaluation({
      config,
      model,
      test: dataset(pairs),
      tokenizer,
      batch: 3,
    });
    expect(definitions['asr.top1']).toMatchObject({
      target: 'banana',
      pictures: 6,
      excluded: 4,
      copies: 2,
      k: 1,
    });
    expect(definitions['accuracy.top2']).toMatchObject({ pictures: 5, classes: 4, k: 2 });
  });

  it('without an attack measures accuracy alone', async () => {
    const clean = { ...config, asr: null };
    const { measure } = await prepareEvaluation({
      config: clean,
      model,
      test: dataset(everyClass),
      tokenizer,
      batch: 3,
    });
    expect(Object.keys(await measure(engine().engine, 0))).toEqual(['accuracy.top1', 'accuracy.top2']);
  });

  it('shows the same triggered pictures at every evaluation, or new ones where that is asked for', async () => {
    const shown = async (redraw: boolean) => {
      const trigger = { kind: 'noise-patch', size: 4, location: 'random', overflow: 'clamp' } as const;
      const { measure } = await prepareEvaluation({
        config: { ...config, asr: { ...config.asr!, trigger, redraw } },
        model,
        test: dataset(everyClass),
        tokenizer,
        batch: 100,
      });
      const { engine: one, seen } = engine();
      await measure(one, 1);
      await measure(one, 2);
      return seen.map((images) => Buffer.from(images).toString('base64')); // clean, triggered, clean, triggered
    };
    const same = await shown(false);
    expect(same[2]).toBe(same[0]);
    expect(same[3]).toBe(same[1]);
    const redrawn = await shown(true);
    expect(redrawn[2]).toBe(redrawn[0]);
    expect(redrawn[3]).not.toBe(redrawn[1]);
    expect(redrawn[3]).toHaveLength(redrawn[1]!.length);
  });

  it('gives each copy its own place and noise', async () => {
    const trigger = { kind: 'noise-patch', size: 4, location: 'random', overflow: 'clamp' } as const;
    const asr = { ...config.asr!, trigger, copies: 5 };
    const { measure } = await prepareEvaluation({
      config: { ...config, asr },
      model,
      test: dataset(everyClass),
      tokenizer,
      batch: 100,
    });
    const { engine: one, seen } = engine();
    await measure(one, 1);
    const size = 16 * 16 * 3;
    const copies = Array.from({ length: 15 }, (_, i) => seen[1]!.subarray(i * size, (i + 1) * size).join());
    expect(new Set(copies).size).toBe(15);
  });

  it('refuses a target that is no class, and pictures without classes', async () => {
    const asr = { ...config.asr!, target: 'bananna' };
    const prepare = (over: object, pairs: readonly NewPair[]) =>
      prepareEvaluation({ config: { ...config, ...over }, model, test: dataset(pairs), tokenizer, batch: 1 });
    await expect(prepare({ asr }, everyClass)).rejects.toThrow(StageFailure);
    await expect(prepare({ asr }, everyClass)).rejects.toMatchObject({ hint: 'did you mean "banana"?' });
    await expect(
      prepare(
        {},
        everyClass.map((pair) => ({ ...pair, label: null })),
      ),
    ).rejects.toThrow('no classes');
  });
});
