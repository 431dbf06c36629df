import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../../../report/page/report.js';
import { servePage } from '../../../report/serve/server.js';
import { allDrawn, chromiumPath, useBrowser } from '../../support/browser.js';
import { makeExperiment, metricsLine, study, type Made } from '../support/experiment.js';
import { scatter, table } from '../support/figures.js';

const path = await chromiumPath();
const hostile = `<img src=x onerror="document.title='broken'">`;
const figures = [
  scatter({ name: 'points', title: hostile, facet: 'objective', series: 'cleaning' }),
  table({ rows: ['objective'] }),
];
const label = (page: Page, name: string) =>
  page.locator('[data-plot="figure:points"] .legend button', { hasText: name });

describe.skipIf(path === null)('a page in Chromium', { timeout: 60_000 }, () => {
  const open = useBrowser(path);
  let made: Made;
  let url: string;

  beforeAll(async () => {
    made = makeExperiment(study(), figures);
    const file = join(made.outputs, 'report.html');
    writeFileSync(file, await reportPage(made.plan, made.outputs));
    url = pathToFileURL(file).href;
  });

  it('loads, draws every figure, complains of nothing, asks for nothing', async () => {
    const { page, complaints, requests } = await open(url);
    await allDrawn(page);
    expect(complaints).toEqual([]);
    expect(requests.filter((one) => !one.startsWith('data:') && !one.startsWith('blob:'))).toEqual([url]);
    expect(await page.title()).toBe('Made up – expc');
    expect(
      await page.locator('[data-plot="figure:points"] .view svg .mark-symbol path').count(),
    ).toBeGreaterThan(30);
  });

  it('tells what a point is, and goes to its run', async () => {
    const { page, complaints } = await open(url);
    await allDrawn(page);
    const point = page.locator('[data-plot="figure:points"] .view svg .mark-symbol.role-mark path').first();
    await point.hover({ force: true }); // Another point may lie on it; that is as good.
    const tooltip = page.locator('#tooltip');
    await tooltip.waitFor({ state: 'visible' });
    const text = await tooltip.innerText();
    expect(text).toMatch(/objective\s+mmcl/);
    expect(text).toMatch(/lr\s+0\.0/);
    expect(text).toMatch(/epoch\s+\d/);
    expect(text).toMatch(/ASR %\s+\d/);
    await point.click({ force: true });
    await page.locator('#run-detail h3').waitFor();
    expect(page.url()).toContain('#run=');
    expect(await page.locator('#run-detail svg').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('hides and shows a series by its button, with the keyboard too', async () => {
    const { page } = await open(url);
    await allDrawn(page);
    const hidden = () =>
      page.locator('[data-plot="figure:points"] .view svg .mark-symbol path[opacity="0"]').count();
    expect(await hidden()).toBe(0);
    await label(page, 'CleanCLIP').click();
    expect(await label(page, 'CleanCLIP').getAttribute('aria-pressed')).toBe('false');
    await expect.poll(hidden).toBeGreaterThan(0);
    await label(page, 'CleanCLIP').focus();
    await page.keyboard.press('Space');
    await expect.poll(hidden).toBe(0);
  });

  it('says which runs lie in a rectangle that is drawn', async () => {
    const { page } = await open(url);
    await allDrawn(page);
    const view = page.locator('[data-plot="figure:points"] .view');
    await view.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await view.boundingBox())!;
    await page.mouse.move(x + 75, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height - 80, { steps: 8 });
    await page.mouse.up();
    const said = page.locator('[data-plot="figure:points"] .picked');
    await expect.poll(() => said.innerText()).toMatch(/\d+ marks? of \d+ runs?/);
    await said.getByRole('button', { name: 'list them' }).click();
    const listed = await page.locator('#runs tbody tr').count();
    expect(listed).toBeGreaterThan(0);
    expect(listed).toBeLessThan(16);
  });

  it('can be walked through by keys, and says where it is', async () => {
    const { page } = await open(url);
    await allDrawn(page);
    await page.locator('[data-plot="figure:points"] .view').focus();
    await page.keyboard.press('ArrowRight');
    const said = page.locator('[data-plot="figure:points"] .picked');
    await expect.poll(() => said.innerText()).toMatch(/^1 of \d+: objective/);
    await page.keyboard.press('End');
    await expect.poll(() => said.innerText()).toMatch(/^(\d+) of \1:/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#tooltip').isVisible()).toBe(false);
  });

  it('sorts and searches the runs', async () => {
    const { page } = await open(url);
    const cells = () =>
      page.locator('#runs tbody tr').evaluateAll((rows) => rows.map((row) => row.textContent));
    expect(await cells()).toHaveLength(16);
    await page.getByLabel('Search the runs').fill('mmcl+ssl 0.01 cleanclip');
    await expect.poll(async () => (await cells()).length).toBe(2);
    await page.getByRole('button', { name: 'show all' }).click();
    await page.locator('#runs [data-sort="accuracy"]').click();
    const order = (await page.locator('#runs tbody tr td:nth-last-child(3)').allInnerTexts()).map(Number);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(await page.locator('#runs th[aria-sort="descending"]').count()).toBe(1);
  });

  it('turns dark by the system and by its button', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const { page } = await open(url, { dark: true });
    await allDrawn(page);
    expect(await ground(page)).toBe('rgb(20, 22, 26)');
    const text = page.locator('[data-plot="figure:points"] .view svg text').first();
    const bright = await text.getAttribute('fill');
    await page.locator('#theme').click();
    expect(await ground(page)).toBe('rgb(251, 250, 247)');
    await expect.poll(() => text.getAttribute('fill')).not.toBe(bright);
  });

  it('fits a telephone: nothing but figures and tables is wider than it', async () => {
    const { page } = await open(url, { width: 390 });
    await allDrawn(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('has one main heading, headings in order, names for tables and figures', async () => {
    const { page } = await open(url);
    await allDrawn(page);
    const levels = await page
      .locator('h1, h2, h3')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, i) => expect(level - levels[i]!).toBeLessThanOrEqual(1));
    expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await page.locator('img:not([alt]), [role="img"]:not([aria-label])').count()).toBe(0);
    expect(
      await page
        .locator('button:not([aria-label])')
        .evaluateAll((all) => all.filter((one) => one.textContent === '')),
    ).toEqual([]);
  });

  it('prints', async () => {
    const { page, complaints } = await open(url);
    await allDrawn(page);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints).toEqual([]);
  });

  it('follows the runs live, and keeps what is hidden and unfolded', async () => {
    const live = makeExperiment(study([0]), figures);
    const { plan, outputs, file } = live;
    const server = await servePage({ port: 0, plan: () => plan, outputs, lookMs: 50 });
    try {
      const { page, complaints } = await open(server.url);
      await allDrawn(page);
      await expect.poll(() => page.locator('#connection').innerText()).toContain('live');
      await label(page, 'CleanCLIP').click();
      await page.locator('#experiment summary').first().click();
      const drawn = () => page.locator('[data-plot="figure:points"]').getAttribute('data-drawn');
      const before = await drawn();
      appendFileSync(file(plan.runs[0]!.name, 'metrics.jsonl'), `${metricsLine([3, 33.25, 1])}\n`);
      await expect.poll(() => page.locator('#runs').innerText(), { timeout: 10_000 }).toContain('33.25');
      await expect.poll(drawn).not.toBe(before);
      expect(await label(page, 'CleanCLIP').getAttribute('aria-pressed')).toBe('false');
      expect(await page.locator('#experiment details').first().getAttribute('open')).not.toBeNull();
      const { id } = plan.stages.find(({ kind }) => kind === 'clean')!;
      mkdirSync(join(outputs, 'stages', id), { recursive: true });
      writeFileSync(join(outputs, 'stages', id, 'log.txt'), 'epoch 1\n');
      await page.locator(`#experiment [data-log="${id}"]`).click();
      await expect.poll(() => page.locator('#log pre').innerText()).toContain('epoch 1');
      appendFileSync(join(outputs, 'stages', id, 'log.txt'), 'epoch 2\n');
      await expect.poll(() => page.locator('#log pre').innerText(), { timeout: 10_000 }).toContain('epoch 2');
      expect(complaints).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
