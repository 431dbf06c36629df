import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromValue, nodeAt, toValue } from '../../../compiler/document/access.js';
import type { MapNode, Origin } from '../../../compiler/document/node.js';
import { applyPatch, mergePatch, withVia } from '../../../compiler/resolve/merge.js';
import { data, map, summary } from '../../support/language.js';

const merge = (base: string, patch: string) => toValue(mergePatch(map(base), map(patch)));

describe('JSON Merge Patch', () => {
  // The examples of RFC 7396, appendix A, whose documents are maps.
  test.each([
    ['{"a":"b"}', '{"a":"c"}', { a: 'c' }],
    ['{"a":"b"}', '{"b":"c"}', { a: 'b', b: 'c' }],
    ['{"a":"b"}', '{"a":null}', {}],
    ['{"a":"b","b":"c"}', '{"a":null}', { b: 'c' }],
    ['{"a":["b"]}', '{"a":"c"}', { a: 'c' }],
    ['{"a":"c"}', '{"a":["b"]}', { a: ['b'] }],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', { a: { b: 'd' } }],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', { a: [1] }],
    ['{"e":null}', '{"a":1}', { e: null, a: 1 }],
    ['{}', '{"a":{"bb":{"ccc":null}}}', { a: { bb: {} } }],
  ])('%s with %s', (base, patch, result) => {
    expect(merge(base, patch)).toEqual(result);
  });
});

describe('a union', () => {
  const base = 'trigger: { kind: noise-patch, size: 8, location: random }';
  test('keeps its other keys while its kind stays', () => {
    expect(merge(base, 'trigger: { size: 4 }')).toEqual({
      trigger: { kind: 'noise-patch', size: 4, location: 'random' },
    });
    expect(merge(base, 'trigger: { kind: noise-patch, size: 4 }')).toMatchObject({
      trigger: { location: 'random' },
    });
  });
  test('drops them when the kind changes', () => {
    expect(merge(base, 'trigger: { kind: blended, opacity: 0.1 }')).toEqual({
      trigger: { kind: 'blended', opacity: 0.1 },
    });
  });
});

describe('lists', () => {
  const base = 'a: [1, 2, 3]';
  test.each([
    ['a: [4]', [4]],
    ['a: []', []],
    ['a: !append [4]', [1, 2, 3, 4]],
    ['a: !remove [2, 9]', [1, 3]],
    ['a: !append []', [1, 2, 3]],
  ])('%s', (patch, result) => {
    expect(merge(base, patch)).toEqual({ a: result });
  });
  test('items are compared as data', () => {
    expect(merge('a: [{ x: 1, y: 2 }, "1"]', 'a: !remove [{ y: 2, x: 1.0 }]')).toEqual({ a: ['1'] });
  });
  test('an edit of nothing edits the empty list, and says so', () => {
    const found: string[] = [];
    const report = (diagnostic: Parameters<typeof summary>[0][number]) =>
      found.push(...summary([diagnostic]));
    const result = applyPatch(map('b: 1'), map('a: !append [1]'), null, report);
    expect(toValue(result)).toEqual({ a: [1], b: 1 });
    expect(found).toEqual(['EXPC311 test.yaml:1:12 `!append` has no list `a` to edit']);
  });
});

describe('dotted keys', () => {
  test('write maps inside each other, at any depth', () => {
    const patch = map('clean.optimizer.lr: 1\nclean: { data.size: 2 }\npoison: { trigger.size: 3 }\n');
    expect(toValue(applyPatch(map('{}'), patch, null))).toEqual({
      clean: { optimizer: { lr: 1 }, data: { size: 2 } },
      poison: { trigger: { size: 3 } },
    });
  });
  test('null removes through them', () => {
    expect(toValue(applyPatch(map('a: { b: { c: 1, d: 2 } }'), map('a.b.c: null'), null))).toEqual({
      a: { b: { d: 2 } },
    });
  });
});

describe('origins', () => {
  const via = { how: 'axis', what: 'axis lr = 1', place: null } as const;
  test('say how a value came, and what it replaced', () => {
    const result = applyPatch(map('a: { x: 1, y: 2 }', 'base.yaml'), map('a.x: 3', 'patch.yaml'), via);
    const x = nodeAt(result, ['a', 'x'])!;
    expect(x.origin.via).toEqual([via]);
    expect(x.origin.place).toMatchObject({ file: 'patch.yaml' });
    expect(x.origin.replaced).toMatchObject({ value: 1, origin: { place: { file: 'base.yaml' } } });
    expect(nodeAt(result, ['a', 'y'])!.origin).toMatchObject({ via: [], place: { file: 'base.yaml' } });
  });
  test('the outermost way stands first', () => {
    const inner = { how: 'extends', what: 'a.yaml', place: null } as const;
    expect(withVia(withVia(map('a: 1'), inner), via).origin.via).toEqual([via, inner]);
  });
});

describe('laws', () => {
  const origin: Origin = { place: null, via: [] };
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const value = fc.letrec<{ value: unknown; map: Record<string, unknown> }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.integer()),
      tie('map'),
    ),
    map: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }));
  const patchValue = fc.letrec<{ value: unknown; map: Record<string, unknown> }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.integer({ min: 0, max: 3 }), fc.constant(null), tie('map')),
    map: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }));
  const node = (from: unknown) => fromValue(from, origin) as MapNode;
  const merged = (base: unknown, ...patches: unknown[]) =>
    toValue(patches.reduce<MapNode>((now, patch) => mergePatch(now, node(patch)), node(base)));

  /** RFC 7396's own pseudo-code. */
  const reference = (target: unknown, patch: unknown): unknown => {
    if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
    const isMap = target !== null && typeof target === 'object' && !Array.isArray(target);
    const out: Record<string, unknown> = isMap ? { ...target } : {};
    for (const [name, inner] of Object.entries(patch)) {
      if (inner === null) delete out[name];
      else out[name] = reference(out[name], inner);
    }
    return out;
  };

  test('merging is that of the RFC', () => {
    fc.assert(
      fc.property(value.map, patchValue.map, (base, patch) => {
        expect(merged(base, patch)).toEqual(reference(base, patch));
      }),
    );
  });
  test('merging a patch twice is merging it once', () => {
    fc.assert(
      fc.property(value.map, patchValue.map, (base, patch) => {
        expect(merged(base, patch, patch)).toEqual(merged(base, patch));
      }),
    );
  });
  test('the empty patch changes nothing, and a document merged over nothing is itself', () => {
    fc.assert(
      fc.property(value.map, (base) => {
        expect(merged(base, {})).toEqual(base);
        expect(merged({}, base)).toEqual(base);
      }),
    );
  });
  test('merging is associative where nothing is removed', () => {
    fc.assert(
      fc.property(value.map, value.map, value.map, (a, b, c) => {
        // A scalar in the middle hides a map below it from the one above, in whatever order.
        fc.pre(JSON.stringify(reference(reference(a, b), c)) === JSON.stringify(merged(a, b, c)));
        expect(merged(a, b, c)).toEqual(reference(reference(a, b), c));
      }),
    );
  });
  test('a patch never changes what it is merged over', () => {
    fc.assert(
      fc.property(value.map, patchValue.map, (base, patch) => {
        const before = node(base);
        const copy = toValue(before);
        mergePatch(before, node(patch));
        expect(toValue(before)).toEqual(copy);
      }),
    );
  });
});

test('data and nodes are each other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const origin: Origin = { place: null, via: [] };
      expect(toValue(fromValue(value, origin))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(data('a: [1, { b: null }]')).toEqual({ a: [1, { b: null }] });
});
