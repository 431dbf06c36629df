import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cells } from '../../../report/table/cells.js';
import { computeTable } from '../../../report/table/compute.js';
import { tableAsCsv } from '../../../report/table/csv.js';
import { tableAsLatex } from '../../../report/table/latex.js';
import { tableAsMarkdown } from '../../../report/table/markdown.js';
import { tableAsText } from '../../../report/table/text.js';
import { table } from '../support/figures.js';
import { made, results } from '../support/results.js';

/** Two objectives of two seeds; of mmcl+ssl one seed is never cleaned. */
const two = results(
  ...[0, 1].map((seed) =>
    made({
      axes: { 'pretrain.objective': 'mmcl', 'clean.optimizer.lr': 0.001, seed },
      start: [40 + 2 * seed, 95],
      startId: `mmcl/${seed}`,
      points: [
        [0, 40 + 2 * seed, 95],
        [1, 38 + seed, 4],
      ],
    }),
  ),
  ...[0, 1].map((seed) =>
    made({
      axes: { 'pretrain.objective': 'mmcl+ssl', 'clean.optimizer.lr': 0.003, seed },
      start: [50, 97],
      startId: `mmcl+ssl/${seed}`,
      points: [
        [0, 50, 97],
        [3, 30, seed === 0 ? 3 : 6],
      ],
    }),
  ),
);
const figure = table({ labels: { mmcl: 'MMCL', 'mmcl+ssl': 'MMCL + SSL' } });
const model = computeTable(two, figure);

describe('cells', () => {
  it('writes numbers in percent, averaged over seeds', () => {
    const { columns, rows, notes } = cells(model);
    expect(columns.map(({ name }) => name)).toEqual([
      'objective',
      'accuracy %',
      'ASR %',
      'accuracy %',
      'ASR %',
      'drop, points',
      'drop, %',
      'epoch',
      'lr',
      'runs',
      'points',
    ]);
    expect(rows[0]).toEqual([
      'MMCL',
      '41.00 ± 1.41',
      '95.00 ± 0.00',
      '38.50 ± 0.71',
      '4.00 ± 0.00',
      '2.50 ± 0.71',
      '6.1 ± 1.5',
      '1, 1',
      '0.001, 0.001',
      '2',
      '4',
    ]);
    expect(rows[1]!.slice(3, 9)).toEqual(['30.00 (1 of 2 seeds)', '3.00', '20.00', '40.0', '3', '0.003']);
    expect(notes[0]).toBe('Mean ± standard deviation of the best model of each of 2 seeds.');
    expect(notes.at(-1)).toContain(
      'target banana, trigger noise-patch (size 8, location random, overflow clamp)',
    );
  });

  it('writes none, not a number, where there is none', () => {
    const strict = cells(computeTable(two, table({ asr_limits: [1] })));
    expect(strict.rows[0]!.slice(3, 9)).toEqual(['none', '-', '-', '-', '-', '-']);
  });

  it('has a group of columns for each limit, and only the groups that are asked for', () => {
    const { columns, rows } = cells(
      computeTable(two, table({ asr_limits: [5, 10], columns: ['best'], decimals: 0 })),
    );
    expect(columns.slice(1).map(({ group, name }) => `${group}: ${name}`)).toEqual([
      'best with ASR ≤ 5 %: accuracy %',
      'best with ASR ≤ 5 %: ASR %',
      'best with ASR ≤ 10 %: accuracy %',
      'best with ASR ≤ 10 %: ASR %',
    ]);
    expect(rows[1]).toEqual(['mmcl+ssl', '30 (1 of 2 seeds)', '3', '30 ± 0', '5 ± 2']);
  });

  it('shows the highest accuracy and the lowest ASR on request', () => {
    const { rows } = cells(computeTable(two, table({ columns: ['extremes'], decimals: 1 })));
    expect(rows[0]).toEqual(['mmcl', '41.0 ± 1.4', '4.0 ± 0.0']);
  });

  it('gives the range of several start models that a row pools', () => {
    const { rows } = cells(computeTable(two, table({ rows: [], columns: ['start'] })));
    expect(rows).toEqual([['40.00 to 50.00', '95.00 to 97.00']]);
  });

  it('names a metric that is not top-1', () => {
    const { columns } = cells(
      computeTable(two, table({ accuracy: 'accuracy.top5', asr: 'asr.top5', columns: ['best'] })),
    );
    expect(columns.at(-2)).toMatchObject({ group: 'best with top-5 ASR ≤ 5 %', name: 'top-5 accuracy %' });
  });

  it('never writes a negative zero', () => {
    const run = made({ axes: { a: 'x' }, start: [40, 90], points: [[1, 40.0004, 1]] });
    expect(cells(computeTable(results(run), table({ columns: ['drop'] }))).rows[0]).toEqual([
      'x',
      '0.00',
      '0.0',
    ]);
  });
});

describe('tableAsText', () => {
  it('aligns columns under their group', () => {
    const small = computeTable(
      two,
      table({ columns: ['best', 'counts'], decimals: 1, rows: ['pretrain.objective'] }),
    );
    expect(tableAsText({ ...cells(small), notes: ['A note.'] }, 'Best models')).toBe(
      [
        'Best models',
        '',
        '                 best with ASR ≤ 5 %',
        'objective           accuracy %      ASR %  runs  points',
        '---------  -------------------  ---------  ----  ------',
        'mmcl                38.5 ± 0.7  4.0 ± 0.0     2       4',
        'mmcl+ssl   30.0 (1 of 2 seeds)        3.0     2       4',
        '',
        'A note.',
        '',
      ].join('\n'),
    );
  });
});

describe('tableAsMarkdown', () => {
  it('is a table of GitHub', () => {
    const small = cells(computeTable(two, table({ columns: ['counts'] })));
    expect(tableAsMarkdown({ ...small, notes: [] })).toBe(
      '| objective | runs | points |\n| --- | ---: | ---: |\n| mmcl | 2 | 4 |\n| mmcl+ssl | 2 | 4 |\n',
    );
  });

  it('lets no label break out of its cell', () => {
    const nasty = made({ axes: { a: '<script>x</script> | **b** [c](d) `e`\nf' }, points: [[1, 40, 1]] });
    const text = tableAsMarkdown(cells(computeTable(results(nasty), table({ columns: ['counts'] }))));
    const row = text.split('\n')[2]!;
    expect(row).toBe('| &lt;script&gt;x&lt;/script&gt; \\| \\*\\*b\\*\\* \\[c\\](d) \\`e\\` f | 1 | 1 |');
  });
});

describe('tableAsLatex', () => {
  it('is a booktabs table with a caption', () => {
    const latex = tableAsLatex(cells(model), 'best', 'Best models');
    expect(latex).toContain('\\begin{tabular}{lrrrrrrrrrr}');
    expect(latex).toContain('\\multicolumn{6}{c}{best with ASR $\\leq$ 5 \\%}');
    expect(latex).toContain('\\cmidrule(lr){2-3} \\cmidrule(lr){4-9}');
    expect(latex).toContain('MMCL & 41.00 $\\pm$ 1.41 & ');
    expect(latex).toContain('\\caption{Best models. Mean $\\pm$ standard deviation');
    expect(latex).toContain('\\label{tab:best}');
  });

  it('escapes what LaTeX would take for a command', () => {
    const nasty = made({ axes: { a: '50% & $x_1$ #{y} \\z ~^<>|' }, points: [[1, 40, 1]] });
    const latex = tableAsLatex(cells(computeTable(results(nasty), table({ columns: ['counts'] }))), 'x');
    expect(latex).toContain(
      '50\\% \\& \\$x\\_1\\$ \\#\\{y\\} \\textbackslash{}z \\textasciitilde{}\\textasciicircum{}\\textless{}\\textgreater{}\\textbar{} & 1 & 1',
    );
  });

  it('writes a gain as a number with a minus, and leaves hyphens alone', () => {
    const gain = made({ axes: { a: 'cc3m-100' }, start: [40, 90], points: [[1, 41, 1]] });
    const latex = tableAsLatex(cells(computeTable(results(gain), table({ columns: ['drop'] }))), 'x');
    expect(latex).toContain('cc3m-100 & $-$1.00 & $-$2.5');
  });
});

describe('tableAsCsv', () => {
  const lines = parse<Record<string, string>>(tableAsCsv(model), { columns: true });

  it('has a line for each seed, and the mean and spread of the seeds', () => {
    expect(lines.map((line) => [line['pretrain.objective'], line.seed])).toEqual(
      ['mmcl', 'mmcl+ssl'].flatMap((objective) => ['0', '1', 'mean', 'sd'].map((seed) => [objective, seed])),
    );
    expect(lines[1]).toEqual({
      'pretrain.objective': 'mmcl',
      seed: '1',
      asr_limit: '5',
      start_accuracy: '42',
      start_asr: '95',
      best_accuracy: '39',
      best_asr: '4',
      drop: '3',
      relative_drop: '7.14285714',
      highest_accuracy: '42',
      lowest_asr: '4',
      best_epoch: '1',
      best_run: 'mmcl/0.001/1',
      runs: '1',
      points: '2',
    });
    expect(lines[2]).toMatchObject({ best_accuracy: '38.5', drop: '2.5' });
    expect(Number(lines[3]!.best_accuracy)).toBeCloseTo(Math.SQRT1_2, 8);
  });

  it('leaves empty what does not exist', () => {
    expect(lines[5]).toMatchObject({ seed: '1', best_accuracy: '', best_run: '', drop: '' });
  });

  it('keeps labels whole, whatever is in them', () => {
    const label = 'a,"b"\n<c>';
    const csv = tableAsCsv(
      computeTable(results(made({ axes: { a: label }, points: [[1, 40, 1]] })), table()),
    );
    expect(parse<Record<string, string>>(csv, { columns: true })[0]!.a).toBe(label);
  });
});
