import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../report/page/report.js';
import { makeExperiment, study } from '../support/experiment.js';
import { scatter, table } from '../support/figures.js';

const at = '2025-01-02T03:04:05.000Z';

/** What a part of the page's data holds. */
function partOf(page: string, name: string): unknown {
  const [, text] =
    new RegExp(`<script type="application/json" data-part="${name}">(.*?)</script>`, 's').exec(page) ?? [];
  return text === undefined ? undefined : JSON.parse(text);
}

const textOf = (page: string) =>
  page
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('reportPage', () => {
  const figures = [scatter({ facet: 'objective', series: 'cleaning' }), table({ rows: ['objective'] })];

  it('asks for nothing else, and lets no script run but its own', async () => {
    const { plan, outputs } = makeExperiment(study(), figures);
    const page = await reportPage(plan, outputs, { at });
    const markup = page.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '');
    expect(markup).not.toMatch(/(src|href)="(?!#|data:)/);
    expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
    expect(page).toContain('connect-src &#39;none&#39;');
    expect(markup).not.toMatch(/\son\w+=/);
  });

  it('is the same for the same results', async () => {
    const { plan, outputs } = makeExperiment(study(), figures);
    expect(await reportPage(plan, outputs, { at })).toBe(await reportPage(plan, outputs, { at }));
  });

  it('shows the runs, the figures, the table and the parameters', async () => {
    const { plan, outputs } = makeExperiment(study(), figures);
    const page = await reportPage(plan, outputs, { at });
    const text = textOf(page);
    expect(text).toContain('16 / 16');
    expect(text).toContain('48');
    expect(text).toContain('CleanCLIP');
    const { rows } = partOf(page, 'runs') as { rows: { n: number } };
    expect(rows.n).toBe(16);
    const { rows: points } = partOf(page, 'figure:scatter') as { rows: { n: number } };
    expect(points.n).toBe(16 * 2 + 4); // Epoch 0 is the star.
  });

  it('escapes what comes from files, wherever it stands', async () => {
    const evil = `</script><img src=x onerror="alert('1')">`;
    const runs = study().map((run) => ({ ...run, axes: { ...run.axes, objective: evil } }));
    const { plan, outputs } = makeExperiment(runs, [
      { ...figures[0]!, title: evil, labels: { cleaning: evil } },
      { ...figures[1]!, title: evil },
    ]);
    const hostile = { ...plan, title: evil, experiment: evil, file: evil };
    const page = await reportPage(hostile, outputs, {
      at,
      comparison: {
        a: evil,
        b: evil,
        notes: [evil],
        tables: [{ title: evil, columns: [evil], rows: [[evil]] }],
      },
    });
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);
    expect(page).toContain('&lt;/script&gt;&lt;img src=x');
  });

  it('says why a figure has nothing to show, and what could not be read', async () => {
    const { plan, outputs, file } = makeExperiment(study(), [
      scatter({ name: 'empty', where: { objective: 'nothing' } }),
    ]);
    appendFileSync(file(plan.runs[0]!.name, 'metrics.jsonl'), '{"epoch": 3, "ste\n');
    const text = textOf(await reportPage(plan, outputs, { at }));
    expect(text).toContain('Not shown EXPC814');
    expect(text).toContain('EXPC800');
    expect(text).toContain('its evaluation is missing in every figure');
  });

  it('shows failures with the end of their log', async () => {
    const { plan, outputs } = makeExperiment([{ axes: { objective: 'mmcl' }, clean: [], evaluate: [] }]);
    const stage = plan.stages.find(({ kind }) => kind === 'clean')!;
    const dir = join(outputs, 'stages', stage.id);
    mkdirSync(join(dir, 'attempts'), { recursive: true });
    const attempt = {
      version: 1,
      attempt: 1,
      token: 't',
      since: at,
      pid: 1,
      host: 'x',
      started: null,
      scheduler: null,
    };
    const end = { at, outcome: 'failed', message: 'the loss is not a number', hint: 'lower optimizer.lr' };
    writeFileSync(join(dir, 'attempts', '0001.json'), JSON.stringify({ ...attempt, end }));
    writeFileSync(join(dir, 'log.txt'), 'first line\n<b>last line</b>\n');
    const page = await reportPage(plan, outputs, { at });
    expect(textOf(page)).toContain('the loss is not a number lower optimizer.lr');
    expect(page).toContain('&lt;b&gt;last line&lt;/b&gt;');
  });

  it('shows an experiment of which nothing is there yet', async () => {
    const { plan } = makeExperiment(study(), figures);
    const page = await reportPage(plan, '/nowhere/at/all', { at });
    expect(textOf(page)).toContain('0 / 16');
    expect(textOf(page)).toContain('nothing is running');
  });
});
