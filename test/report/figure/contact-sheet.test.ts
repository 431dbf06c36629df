import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { contactSheet } from '../../../report/figure/contact-sheet.js';
import { renderPdf, renderPng, renderSvg } from '../../../report/figure/render.js';
import { spreadOver } from '../../../report/figure/sheet-pictures.js';
import type { RunResult } from '../../../report/results/types.js';
import { runPoisonStage } from '../../../runtime/poison/poison-stage.js';
import type { PoisonStage } from '../../../schema/stages/poison.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { runStage } from '../../support/stage.js';
import { contactSheet as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

interface Picture {
  readonly role: string;
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly lines: string;
}

let train: string;
let poison: string;
beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'expc-sheet-'));
  train = join(root, 'dataset');
  mkdirSync(train);
  writeDataset(train, madePairs(20));
  poison = join(root, 'poison');
  await runStage<PoisonStage>(runPoisonStage, poison, {
    config: {
      trigger: { kind: 'noise-patch', size: 4, location: 'random', overflow: 'clamp' },
      target: 'banana',
      count: 6,
      labels: 'dirty',
      templates: ['a picture of a very large {} & "more" <b>'],
      seed: 1,
    },
    locals: {},
    inputs: { dataset: train },
  });
});

const run = (axes: Record<string, string>): RunResult => ({
  ...made({ axes, state: 'missing' }),
  folders: { train, poison },
});
const picturesOf = (drawn: Awaited<ReturnType<typeof contactSheet>>) =>
  (drawn.picture!.spec as unknown as { data: { values: Picture[] } }).data.values;

describe('contactSheet', () => {
  it('shows poisoned pictures after their originals, with the captions of each', async () => {
    const { picture, notices } = await contactSheet(results(run({ a: 'x' })), figure());
    expect(notices).toEqual([]);
    expect(picture!.caption).toBe('12 poisoned pictures, each after its original.');
    const pictures = picturesOf({ picture, notices });
    expect(pictures.map(({ role }) => role)).toEqual(
      Array.from({ length: 6 }, () => ['original', 'poisoned']).flat(),
    );
    for (const [i, { id, text }] of pictures.entries()) {
      if (i % 2 === 1) expect(id).toBe(pictures[i - 1]!.id);
      if (i % 2 === 1) expect(text).toBe('a picture of a very large banana & "more" <b>');
    }
  });

  it('shows the very bytes of the store', async () => {
    const [original, poisoned] = picturesOf(await contactSheet(results(run({ a: 'x' })), figure()));
    const bytes = async ({ url }: Picture) => {
      const png = Buffer.from(url.replace(/^data:image\/png;base64,/, ''), 'base64');
      return sharp(png).removeAlpha().raw().toBuffer();
    };
    const [clean, marked] = [await bytes(original!), await bytes(poisoned!)];
    const index = Number(original!.id.split('/')[1]);
    expect(clean.equals(Buffer.from(madePairs(20)[index]!.picture.data))).toBe(true);
    expect(marked.equals(clean)).toBe(false);
  });

  it('shows so many pictures, evenly spread, of each different set once', async () => {
    const runs = results(run({ a: 'x' }), run({ a: 'y' }));
    const drawn = await contactSheet(runs, figure({ of: 'train', count: 5, facet: 'a' }));
    expect(picturesOf(drawn).map(({ id }) => id)).toEqual([0, 4, 8, 12, 16].map((i) => `made/${i}`));
    expect(spreadOver([1, 2, 3], 9)).toEqual([1, 2, 3]);
  });

  it('says what is not there yet, and is no picture without any', async () => {
    const waiting = { ...run({ a: 'x' }), folders: { poison: join(train, 'nowhere') } };
    const { picture, notices } = await contactSheet(results(waiting), figure());
    expect(picture).toBeNull();
    expect(notices.map(({ code, severity }) => [code, severity])).toEqual([['EXPC819', 'warning'], ['EXPC805', 'error']]); // prettier-ignore
    expect((await contactSheet(results(waiting), figure({ of: 'cleaning-set' }))).notices[0]!.message).toContain('no run has a stage `cleaning-set`'); // prettier-ignore
  });

  it('is drawn with its pictures as SVG, PNG and PDF', async () => {
    const { spec } = (await contactSheet(results(run({ a: 'x' })), figure())).picture!;
    const svg = await renderSvg(spec);
    expect(svg.match(/<image /g)).toHaveLength(12);
    expect(svg).not.toContain('<b>');
    const { channels } = await sharp(await renderPng(svg)).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(5);
    const pdf = Buffer.from(await renderPdf(spec)).toString('latin1');
    expect(pdf.match(/\/Subtype ?\/Image/g)!.length).toBeGreaterThanOrEqual(12);
  });
});
