import { beforeEach, describe, expect, it } from 'vitest';
import { describeFigure } from '../../../report/describe.js';
import { renderSvg } from '../../../report/figure/render.js';
import type { RunResult } from '../../../report/results/types.js';
import { writeEmbeddings, writeSample } from '../../../runtime/evaluate/kept-embeddings.js';
import { stream } from '../../../runtime/random/stream.js';
import { temporaryFolder } from '../../runtime/store/support/folder.js';
import { embedding as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const classes = ['banana', 'apple'];

/** A stage that has kept four pictures, three of them triggered, at epoch 0 and the last. */
function keep(dim = 4, seed = 0): string {
  const folder = temporaryFolder();
  const pictures = ['banana', 'apple', 'apple', 'apple'].map((name, index) => ({
    index,
    id: `picture-${index}`,
    class: name,
    caption: `a drawing of a ${name}`,
  }));
  const trigger = { kind: 'noise-patch', size: 8 } as never;
  writeSample(folder, {
    version: 1,
    pictures,
    triggered: [1, 2, 3],
    classes,
    templates: ['a {}'],
    target: 'banana',
    trigger,
  });
  for (const epoch of [0, 3]) {
    const random = stream(seed, 'test', epoch);
    const rows = (count: number) => Float32Array.from({ length: count * dim }, () => random.normal());
    const kept = { epoch, dim, clean: rows(4), triggered: rows(3), captions: rows(4), classes: rows(2) };
    if (epoch === 0) writeEmbeddings(folder, kept, 'epoch');
    writeEmbeddings(folder, kept, 'last');
  }
  return folder;
}

let runs: RunResult[];
beforeEach(() => {
  runs = ['mmcl', 'ssl'].map((cleaning, seed) => ({
    ...made({ axes: { cleaning }, points: [[0, 40, 90], [3, 38, 2]] }),
    folders: { clean: keep(4, seed) },
  })); // prettier-ignore
});

const show = (more: Parameters<typeof figure>[0] = {}) => describeFigure(results(...runs), figure(more));
const lines = (csv: string) => csv.trim().split('\n').slice(1).map((line) => line.split(',')); // prettier-ignore

describe('an embedding figure', () => {
  it('has a panel for each run, with its pictures, their triggered copies, captions and the target', async () => {
    const { texts, caption, notices } = await show();
    expect(notices).toEqual([]);
    const rows = lines(texts!.csv!);
    expect(new Set(rows.map(([panel]) => panel))).toEqual(new Set(['cleaning mmcl', 'cleaning ssl']));
    const own = rows.filter(([panel]) => panel === 'cleaning mmcl');
    const counted = byKind(own);
    expect([...counted].map(([kind, all]) => [kind, all.length])).toEqual([['clean', 4], ['triggered', 3], ['captions', 4], ['target', 1]]); // prettier-ignore
    expect(own.every(([, , epoch, , , , x, y]) => epoch === '3' && Number.isFinite(Number(x)) && Number.isFinite(Number(y)))).toBe(true); // prettier-ignore
    expect(caption).toContain(
      'Embeddings of 4 clean pictures, 3 triggered pictures, 4 captions, prompts of the target (banana) of each of 2 models: their first two principal components; a projection for each panel.',
    );
    expect(caption).toMatch(/cleaning mmcl: \d+\.\d % and \d+\.\d % of the variance\./);
    expect(caption).toContain('Trigger: noise-patch (size 8).');
  });

  it('can be drawn', async () => {
    for (const more of [
      {},
      { together: true, epochs: [0, 'last' as const] },
      { color_classes: ['banana'] },
      { where: { cleaning: 'ssl' } },
    ]) {
      const { picture } = await show(more);
      const svg = await renderSvg(picture!);
      expect(svg).toContain('principal component 1');
    }
  });

  it('shows epochs side by side, in axes of their own or in the same', async () => {
    const apart = await show({ where: { cleaning: 'mmcl' }, epochs: [0, 'last'] });
    expect(new Set(lines(apart.texts!.csv!).map(([panel]) => panel))).toEqual(
      new Set(['epoch 0', 'epoch 3']),
    );
    const together = await show({ where: { cleaning: 'mmcl' }, epochs: [0, 'last'], together: true });
    expect(together.caption).toContain('all panels in one projection');
    expect(JSON.stringify(together.picture)).not.toContain('independent');
    expect(JSON.stringify(apart.picture)).toContain('independent');
  });

  it('is drawn by t-SNE, the same with the same seed', async () => {
    const options = {
      method: 't-sne' as const,
      perplexity: 3,
      iterations: 250,
      seed: 7,
      show: ['clean' as const, 'classes' as const],
    };
    const once = await show(options);
    expect(once.caption).toContain(
      't-SNE (perplexity 3, 250 iterations, seed 7; only neighbourhoods mean something)',
    );
    expect((await show(options)).texts!.csv).toBe(once.texts!.csv);
    expect((await show({ ...options, seed: 8 })).texts!.csv).not.toBe(once.texts!.csv);
  });

  it('says which runs have kept none, and that there are none at all', async () => {
    runs[0] = { ...runs[0]!, folders: { clean: temporaryFolder() } };
    const some = await show();
    expect(some.notices.map(({ code }) => code)).toEqual(['EXPC823']);
    expect(some.notices[0]!.message).toBe('`mmcl` has kept no embeddings');
    const none = await show({ epochs: [2] });
    expect(none.texts).toBeNull();
    expect(none.notices.map(({ code }) => code)).toEqual(['EXPC823', 'EXPC823', 'EXPC805']);
    expect(none.notices[0]!.hint).toContain('epochs: [2]');
  });

  it('does not project models of different widths together', async () => {
    runs[1] = { ...runs[1]!, folders: { clean: keep(6) } };
    expect((await show()).texts).not.toBeNull();
    const wrong = await show({ together: true });
    expect(wrong.texts).toBeNull();
    expect(wrong.notices[0]!.message).toContain('different `embed_dim`');
  });
});

function byKind(rows: readonly string[][]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const row of rows) groups.set(row[3]!, [...(groups.get(row[3]!) ?? []), row]);
  return groups;
}
