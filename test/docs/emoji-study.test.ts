import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileHost } from '../../cli/host.js';
import { compile } from '../../compiler/index.js';
import { describeNumbers } from '../../report/describe.js';
import { importCsv } from '../../report/import/csv.js';

/**
 * The page's numbers and pictures are made of the measurements that lie beside it, which are of the runs that the
 * experiments declare. `EXPC_UPDATE=1` writes the tables into the page.
 */
const page = 'docs/emoji-study.md';
const experiments = ['triggers', 'cleaning', 'poison-count', 'poisoned-cleaning', 'ssl-weight', 'decay', 'shrink-perturb', 'clustering']; // prettier-ignore

const known = new Map<string, ReturnType<typeof read>>();
const measured = (name: string) => known.get(name) ?? known.set(name, read(name)).get(name)!;

function read(name: string) {
  const { plan } = compile(fileHost(), `experiments/emoji/${name}.yaml`, { folder: process.cwd() });
  const { runs, notices } = importCsv(`docs/emoji-study/${name}.csv`, { ablation: name });
  expect(notices).toEqual([]);
  return { plan: plan!, results: { experiment: name, title: null, runs, notices: [] } };
}

test.each(experiments)('%s: every run is measured to its end, and every figure shown', (name) => {
  const { plan, results } = measured(name);
  const labels = (axes: object) => JSON.stringify(Object.values(axes).map(String));
  expect(results.runs.map(({ axes }) => labels(axes)).sort()).toEqual(
    plan.runs.map(({ axes }) => labels(axes)).sort(),
  );
  const stages = new Map(plan.stages.map((stage) => [stage.key, stage]));
  for (const run of plan.runs) {
    const stage = stages.get(run.stages.clean ?? run.stages.pretrain!)!;
    const { epochs } = stage.config as { epochs: number };
    const found = results.runs.find(({ axes }) => labels(axes) === labels(run.axes))!;
    expect(found.points.map(({ epoch }) => epoch)).toEqual(Array.from({ length: epochs + 1 }, (_, i) => i));
  }
  const text = readFileSync(page, 'utf8');
  for (const { name: figure, kind } of plan.figures) {
    if (kind === 'table') expect(text).toContain(`<!-- table ${name} -->`);
    else expect(text).toMatch(new RegExp(`\\(emoji-study/${figure}\\.(png|svg)\\)`));
  }
});

test.each(experiments.filter((name) => !['triggers', 'poison-count'].includes(name)))('the table of %s is that of its measurements', (name) => {
  const { plan, results } = measured(name);
  const table = plan.figures.find(({ kind }) => kind === 'table')!;
  if (table.kind !== 'table') throw new Error('a table');
  const made = describeNumbers(results, table).texts!.md!.split('\n\n')[0]!.trim();
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`<!-- table ${name} -->([\\s\\S]*?)<!-- /table -->`);
  if (process.env.EXPC_UPDATE) writeFileSync(page, text.replace(block, () => `<!-- table ${name} -->\n\n${made}\n\n<!-- /table -->`)); // prettier-ignore
  else expect(block.exec(text)?.[1]?.trim()).toBe(made);
});

test.each(['cleaning', 'poison-count', 'poisoned-cleaning', 'ssl-weight', 'decay', 'clustering'])('the picture of %s can be drawn from its measurements', (name) => {
  const { plan, results } = measured(name);
  for (const figure of plan.figures) {
    if (figure.kind === 'contact-sheet' || figure.kind === 'table') continue;
    const { texts, notices } = describeNumbers(results, figure);
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(texts!.csv!.split('\n').length).toBeGreaterThan(10);
    expect(existsSync(`docs/emoji-study/${figure.name}.png`)).toBe(true);
  }
});
