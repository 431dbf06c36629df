import { afterEach, describe, expect, it, vi } from 'vitest';
import { rules } from '../../../../runtime/backend/graph/shapes/index.js';
import { UnknownShape } from '../../../../runtime/backend/graph/shapes/operand.js';
import type { ShapeRule } from '../../../../runtime/backend/graph/shapes/operand.js';
import { backend } from '../../../../runtime/backend/raw.js';
import { tf } from '../../../../runtime/backend/tensorflow.js';
import type { EngineConfig } from '../../../../runtime/train/engine.js';
import { recordFrom, recordProgram } from '../../../../runtime/train/graph/program.js';
import { rn50, smallVit, tinyResnet } from '../../../support/models.js';

const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const sizes = { step: 8, evaluation: 4 };

vi.setConfig({ testTimeout: 300_000 });

const configs: Readonly<Record<string, EngineConfig>> = {
  'embedding only': { model: tinyResnet },
  MMCL: { model: tinyResnet, optimizer, objective: { mmcl: 1 } },
  'every loss, in bfloat16': {
    model: tinyResnet,
    optimizer,
    precision: 'bf16',
    objective: { mmcl: 1, ssl: 1, siglip: 1, supervised: 1, clustering: 1, pseudo_labels: 1 },
    siglip: { form: 'published' },
    clustering: { clusters: 5, batch_size: 4, embedding: 'training' } as EngineConfig['clustering'] & object,
    classes: { supervised: 10, pseudo_labels: 5 },
  },
  'a vision transformer in parts': {
    model: smallVit,
    optimizer,
    objective: { mmcl: 1, ssl: 1, siglip: 1 },
    siglip: { form: 'study' },
    micro_batch_size: 3,
  },
};

/** Nodes with their constants as text. */
const asText = ({ nodes }: ReturnType<typeof recordProgram>) =>
  nodes.map((node) =>
    JSON.stringify(node, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  );

const held = () => [tf.memory().numTensors, tf.memory().numDataBuffers, backend().binding.getNumOfTensors()];

describe('a program recorded from shapes alone', () => {
  const deleted = new Map<string, ShapeRule>();
  afterEach(() => {
    Object.assign(rules, Object.fromEntries(deleted));
    deleted.clear();
  });

  function forget(op: string): void {
    deleted.set(op, rules[op]!);
    delete (rules as Record<string, ShapeRule>)[op];
  }

  for (const [name, config] of Object.entries(configs))
    it(`is that recorded by running everything, to the last node and constant (${name})`, () => {
      const expected = recordFrom('values', config, sizes);
      const found = recordFrom('shapes', config, sizes);
      expect(asText(found)).toEqual(asText(expected));
      expect(JSON.stringify({ ...found, nodes: [] })).toEqual(JSON.stringify({ ...expected, nodes: [] }));
    });

  it('leaves nothing behind', () => {
    const before = held();
    recordProgram(configs.MMCL!, sizes);
    expect(held()).toEqual(before);
  });

  it('takes the memory of its nodes, whatever a step takes: RN50 with 4096 pairs', () => {
    const config: EngineConfig = { model: rn50, optimizer, objective: { mmcl: 1, ssl: 1 } };
    const before = process.memoryUsage().rss;
    const { nodes } = recordFrom('shapes', config, { step: 4096, evaluation: 4096 });
    expect(nodes.length).toBeGreaterThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(1e9);
  });

  it('is recorded by running everything where a shape is not known', () => {
    const expected = asText(recordProgram(configs.MMCL!, sizes));
    forget('Softmax');
    expect(() => recordFrom('shapes', configs.MMCL!, sizes)).toThrow(UnknownShape);
    const before = held();
    expect(asText(recordProgram(configs.MMCL!, sizes))).toEqual(expected);
    expect(held()).toEqual(before);
  });
});
