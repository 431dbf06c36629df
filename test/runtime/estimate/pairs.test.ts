import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pairs } from '../../../runtime/estimate/pairs.js';
import { emojiPairs } from '../../../runtime/data/emoji/source.js';
import type { Stage } from '../../../schema/plan.js';
import type { DatasetStage } from '../../../schema/stages/data.js';
import { planOver } from '../../support/compile.js';
import { temporaryFolder } from '../store/support/folder.js';

const { stages } = planOver('');
const pairs = (all: readonly Stage[]) => new Pairs(all, temporaryFolder());

describe('pairs before they are built', () => {
  it('are counted of emoji, and of what is made of them', () => {
    const counted = pairs(stages);
    const [train] = stages.filter(({ kind }) => kind === 'dataset') as DatasetStage[];
    const source = train!.config.source;
    const count = emojiPairs(source as Parameters<typeof emojiPairs>[0]);
    expect(count).toBeGreaterThan(1000);
    const of = (kind: Stage['kind']) => counted.of(stages.find((stage) => stage.kind === kind)!.key);
    expect([of('dataset'), of('poison'), of('subset'), of('pretrain')]).toEqual([count, count, 1000, null]);
    expect(counted.classes(train!.key)).toBeNull();
  });

  it('are lines of a table, and unknown where that is not there', () => {
    const path = join(temporaryFolder(), 'pairs.csv');
    const stage = (at: string) => {
      const locals = { paths: { path: at } };
      return {
        key: at,
        id: 'dataset-x',
        kind: 'dataset',
        config: { source: { kind: 'csv' } },
        locals,
      } as unknown as Stage;
    };
    writeFileSync(path, `image,caption\n${'a.png,a picture\n'.repeat(100_000)}`);
    expect(pairs([stage(path)]).of(path)).toBe(100_000);
    expect(pairs([stage('/nowhere.csv')]).of('/nowhere.csv')).toBeNull();
    expect(pairs([]).of('nothing')).toBeNull();
  });
});
