import type { Dataset } from '../../../schema/generated/resolved.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { Path } from '../../document/path.js';
import { problem } from '../../diagnostics/problem.js';
import { keptPairs, mostPairs } from './joins.js';
import type { Locate, Rule } from './rule.js';

/** `keep` names one way to choose, and a part that there is. */
export const keepIsOneWay: Rule = {
  name: 'keepIsOneWay',
  reads: ['datasets'],
  check: ({ datasets }, locate) =>
    Object.entries(datasets).flatMap(([name, { keep }]): Diagnostic[] => {
      if (keep === undefined) return [];
      const path = ['datasets', name, 'keep'];
      const { first, last, random, part, of } = keep;
      const ways = [first, last, random, part ?? of].filter((way) => way !== undefined).length;
      const hint = 'one of `first`, `last`, `random`, or `part` with `of`';
      if (ways !== 1)
        return [
          problem('EXPC427', `\`keep\` names ${ways === 0 ? 'no' : ways} ways to choose pairs`, {
            origin: locate(path),
            hint,
          }),
        ];
      if ((part === undefined) !== (of === undefined))
        return [
          problem('EXPC427', `\`${part === undefined ? 'of' : 'part'}\` stands alone`, {
            origin: locate(path),
            hint: 'which of how many parts: `{ part: 1, of: 12 }`',
          }),
        ];
      if (part === undefined || part <= of!) return [];
      return [problem('EXPC427', `there is no part ${part} of ${of}`, { origin: locate([...path, 'part']) })];
    }),
};

/** No more pairs are taken of a data set than it can have, as far as its `keep` tells. */
export const sizesFitData: Rule = {
  name: 'sizesFitData',
  reads: [
    'datasets',
    'poison.count',
    'poison.others',
    'pretrain.dataset',
    'pretrain.batch_size',
    'clean.data.dataset',
    'clean.data.size',
  ],
  check: ({ datasets, poison, pretrain, clean }, locate): Diagnostic[] => {
    const found = Object.keys(datasets).flatMap((name) => keptOfParts(datasets, name, locate));
    const check = (value: number | undefined, path: Path, of: string | undefined, what: string): void => {
      if (value === undefined || of === undefined) return;
      const most = mostPairs(datasets, of);
      if (value > most) found.push(tooMany(`${what} of ${value} pairs`, path, of, most, locate));
    };
    const trained = pretrain?.dataset;
    check(poison?.count, ['poison', 'count'], trained, 'an attack');
    check(pretrain?.batch_size, ['pretrain', 'batch_size'], trained, 'a batch');
    check(clean?.data.size, ['clean', 'data', 'size'], clean?.data.dataset ?? trained, 'a cleaning set');
    return found;
  },
};

/** More pairs than the parts of a join can have together. */
function keptOfParts(
  datasets: Readonly<Record<string, Dataset>>,
  name: string,
  locate: Locate,
): Diagnostic[] {
  const dataset = datasets[name]!;
  if (dataset.kind !== 'join' || dataset.keep === undefined) return [];
  const kept = keptPairs(dataset);
  const parts = dataset.of.reduce((sum, part) => sum + mostPairs(datasets, part, [name]), 0);
  if (!Number.isFinite(kept) || kept <= parts) return [];
  return [
    problem('EXPC428', `${kept} pairs are to be kept, but the parts have ${parts} at most`, {
      origin: locate(['datasets', name, 'keep']),
      related: [{ message: 'the parts are named here', place: locate(['datasets', name, 'of']).place }],
    }),
  ];
}

function tooMany(what: string, path: Path, name: string, most: number, locate: Locate): Diagnostic {
  return problem('EXPC428', `${what} is more than \`${name}\` can have: ${most}`, {
    origin: locate(path),
    related: [{ message: 'the data set is given here', place: locate(['datasets', name]).place }],
  });
}
