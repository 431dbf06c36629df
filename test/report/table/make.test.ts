import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { tableFormats } from '../../../report/table/format-names.js';
import { makeTables } from '../../../report/table/make.js';
import { makeExperiment, study } from '../support/experiment.js';
import { scatter, table } from '../support/figures.js';

const made = makeExperiment(study([0]), [table({ name: 'a' }), scatter(), table({ name: 'b', title: 'B' })]);
const make = (more: Partial<Parameters<typeof makeTables>[2]> = {}, { plan, outputs } = made) =>
  makeTables(plan, outputs, { format: 'text', ...more });

describe('makeTables', () => {
  it('makes every table, or those that are asked for', () => {
    expect(make().texts).toHaveLength(2);
    expect(make({ only: ['b'] }).texts).toMatchObject([expect.stringMatching(/^B\n/)]);
    expect(make({ only: ['scatter'] })).toMatchObject({ texts: [], notices: [{ code: 'EXPC815', severity: 'error' }] }); // prettier-ignore
  });

  it('makes one for an experiment without a table', () => {
    const { texts, notices } = make({}, makeExperiment(study([0])));
    expect(notices).toEqual([]);
    expect(texts[0]).toMatch(/mmcl\+ssl +CleanCLIP +50\.00/);
  });

  it('takes other limits and rows', () => {
    const [text] = make({ format: 'csv', only: ['a'], limits: [4, 60], rows: ['objective'] }).texts;
    const lines = parse<Record<string, string>>(text!, { columns: true });
    expect(lines.map(({ objective, asr_limit, best_accuracy }) => [objective, asr_limit, best_accuracy])).toEqual([
      ['mmcl', '4', '38'],
      ['mmcl', '60', '39'],
      ['mmcl+ssl', '4', '40'],
      ['mmcl+ssl', '60', '45'],
    ]); // prettier-ignore
  });

  it.each(tableFormats)('prints %s', (format) => {
    const [text] = make({ format, only: ['a'] }).texts;
    const begins = {
      text: /^ +start model/,
      markdown: /^\| objective \|/,
      latex: /^% Needs/,
      csv: /^objective,/,
    };
    expect(text).toMatch(begins[format]);
  });
});
