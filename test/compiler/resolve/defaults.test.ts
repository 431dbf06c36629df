import { describe, expect, test } from 'vitest';
import { nodeAt } from '../../../compiler/document/access.js';
import { experimentSchema } from '../../../schema/generated/schema.js';
import type { JsonSchema } from '../../../schema/json-schema.js';
import { checkOver, resolve } from '../../support/language.js';

describe('defaults', () => {
  test('fill in what is left out, at any depth and in maps that are left out whole', () => {
    expect(resolve('')).toMatchObject({
      compatibility: 'textbook',
      seed: 0,
      model: { init: { logit_scale: 2.6592600369327783, round_to_fp16: false }, text: { context: 77 } },
      pretrain: {
        schedule: { warmup_steps: 0, step_origin: 'textbook' },
        optimizer: { beta1: 0.9, lr: 1e-3 },
      },
      clean: { from: 'last', data: { poisons: 0 }, optimizer_state: 'fresh' },
      evaluate: { top_k: [1, 5], asr: { copies: 1, redraw: false } },
      poison: { trigger: { kind: 'noise-patch', location: 'random', overflow: 'clamp' } },
    });
  });

  test('of a union are those of its kind', () => {
    const { poison } = resolve('poison: { trigger: { kind: sig } }') as { poison: { trigger: object } };
    expect(poison.trigger).toEqual({ kind: 'sig', amplitude: 60, frequency: 6, opacity: 0.2 });
  });

  test('are not filled in where a section is absent', () => {
    expect(resolve('clean: null')).not.toHaveProperty('clean');
  });

  test('say where they come from', () => {
    const { finished } = checkOver('compatibility: study\n');
    const origin = (path: string[]) => nodeAt(finished!.node, path)!.origin;
    expect(origin(['clean', 'log_every'])).toMatchObject({ place: null, via: [{ how: 'default' }] });
    expect(origin(['clean', 'optimizer_state'])).toMatchObject({ via: [{ how: 'compatibility' }] });
  });

  test('can be referred to', () => {
    expect(resolve('clean: { log_every: "${pretrain.log_every}" }')).toMatchObject({
      clean: { log_every: 10 },
    });
  });

  test('are filled into what comes through a reference', () => {
    const text = 'clean: { schedule: "${pretrain.schedule}" }\npretrain: { schedule: { warmup_steps: 3 } }\n';
    expect(resolve(text)).toMatchObject({
      clean: { schedule: { warmup_steps: 3, step_origin: 'textbook' } },
    });
  });
});

describe('compatibility: study', () => {
  test('changes every default that the study has of its own, and only those', () => {
    expect(resolve('compatibility: study')).toMatchObject({
      model: { init: { round_to_fp16: true }, text: { truncation: 'cut' } },
      pretrain: { schedule: { step_origin: 'study' }, augment: { text_draw: 'once' } },
      clean: { optimizer_state: 'kept' },
      evaluate: { asr: { redraw: true } },
      poison: { trigger: { overflow: 'wrap' } },
      seed: 0,
    });
  });
  test('does not touch what is written', () => {
    const text = 'compatibility: study\nclean: { optimizer_state: fresh }\n';
    expect(resolve(text)).toMatchObject({ clean: { optimizer_state: 'fresh' } });
  });
});

test('every default of the schema fits its own key', () => {
  const wrong: string[] = [];
  const visit = (schema: JsonSchema, path: string): void => {
    const allowed = schema.enum;
    for (const key of ['default', 'x-study-default'] as const) {
      const value = schema[key];
      if (value === undefined || allowed === undefined) continue;
      if (!allowed.includes(value as string)) wrong.push(`${path} ${key}`);
    }
    for (const [name, inner] of Object.entries({ ...schema.properties, ...schema.definitions }))
      visit(inner, `${path}.${name}`);
  };
  visit(experimentSchema, '');
  expect(wrong).toEqual([]);
});
