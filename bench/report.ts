import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Plan, Run, Stage } from '../schema/plan.js';
import { reportPage } from '../report/page/report.js';

/**
 * How the report page bears size: an experiment of made-up runs and evaluations, the time to write its page, the page's
 * weight, and in Chromium the time to its first figure, the longest time that it does not react, and a hover's answer.
 *
 * npm run bench:report -- [RUNS] [EPOCHS]
 */
const [runs = 10_000, epochs = 100] = process.argv.slice(2).map(Number);
const outputs = mkdtempSync(join(tmpdir(), 'expc-bench-report-'));
try {
  const plan = makeStore(runs, epochs);
  const begun = performance.now();
  const used = process.cpuUsage();
  const page = await reportPage(plan, outputs);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  const file = join(outputs, 'report.html');
  writeFileSync(file, page);
  console.log(`${runs} runs, ${runs * epochs} evaluations`);
  console.log(`machine: ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`);
  console.log(
    `page written in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of CPU), ${(statSync(file).size / 1e6).toFixed(1)} MB`,
  );
  await look(pathToFileURL(file).href);
} finally {
  rmSync(outputs, { recursive: true, force: true });
}

/** A store with the metrics of cleanings that each have a learning rate and a seed of their own. */
function makeStore(runs: number, epochs: number): Plan {
  const stages: Stage[] = [];
  const add = (kind: string, name: string, config: object, inputs: object): Stage => {
    const key = createHash('sha256').update(`${kind} ${name}`).digest('hex');
    const stage = { key, id: `${kind}-${key.slice(0, 12)}`, kind, config, inputs, semantics: 1, locals: {} };
    stages.push(stage as unknown as Stage);
    return stage as unknown as Stage;
  };
  const models = ['mmcl', 'mmcl+ssl'].map((name) => ({
    name,
    stage: add('pretrain', name, { epochs: 10 }, {}),
  }));
  const planned = Array.from({ length: runs }, (_, i): Run => {
    const model = models[i % 2]!;
    const axes = {
      pretraining: model.name,
      cleaning: i % 4 < 2 ? 'mmcl' : 'mmcl+ssl',
      lr: 1e-5 * (1 + (i % 100)),
      seed: i,
    };
    const name = `pretraining=${axes.pretraining},cleaning=${axes.cleaning},lr=${axes.lr},seed=${i}`;
    const clean = add('clean', name, { epochs, from: 10 }, { model: model.stage.key });
    const dir = join(outputs, 'stages', clean.id);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'metrics.jsonl'), lines(i, epochs));
    writeFileSync(join(dir, 'metrics.json'), '{}');
    return { name, ablation: 'cleaning', axes, stages: { pretrain: model.stage.key, clean: clean.key } };
  });
  const common = {
    min_points: 1,
    points: 'all',
    asr_limit: 5,
    x: 'asr.top1',
    y: 'accuracy.top1',
    width: 300,
    height: 260,
  };
  const scatter = {
    kind: 'scatter',
    name: 'all',
    facet: 'pretraining',
    series: 'cleaning',
    start_model: true,
    seeds: 'pooled',
    formats: ['svg'],
    ...common,
  };
  return {
    version: 1,
    experiment: 'bench',
    title: 'Made-up runs',
    file: 'bench.yaml',
    runs: planned,
    stages,
    figures: [scatter] as unknown as Plan['figures'],
    execution: {} as Plan['execution'],
  };
}

function lines(run: number, epochs: number): string {
  const wave = (epoch: number, by: number) => Math.abs(Math.sin(run * by + epoch * 0.37));
  return Array.from({ length: epochs }, (_, epoch) => {
    const metrics = { 'accuracy.top1': 0.6 * wave(epoch, 1.7), 'asr.top1': wave(epoch, 2.3) };
    return `${JSON.stringify({ epoch, step: epoch * 10, metrics })}\n`;
  }).join('');
}

async function look(url: string): Promise<void> {
  const executablePath = process.env.EXPC_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.addInitScript(
      `new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest ?? 0, duration); }).observe({ type: 'longtask', buffered: true });`,
    );
    await page.goto(url);
    await page.locator('[data-plot="figure:all"][data-drawn]').waitFor({ timeout: 120_000 });
    const first = await page.evaluate<number>(`performance.getEntriesByName('first-figure')[0].startTime`);
    await page.waitForTimeout(4000);
    const longest = await page.evaluate<number>(`window.longest ?? 0`);
    const thinned = await page.locator('.thinned').first().innerText();
    console.log(
      `first figure after ${(first / 1000).toFixed(2)} s; longest pause ${(longest / 1000).toFixed(2)} s`,
    );
    const view = page.locator('[data-plot="figure:all"] .view');
    await view.scrollIntoViewIfNeeded();
    const { x, y } = (await view.boundingBox())!;
    const begun = performance.now();
    for (let i = 0; i < 40 && !(await page.locator('#tooltip').isVisible()); i++)
      await page.mouse.move(x + 150 + 3 * i, y + 150 + i);
    console.log(`pointing at a mark answers after ${(performance.now() - begun).toFixed(0)} ms`);
    console.log(thinned);
  } finally {
    await browser.close();
  }
}
