import { problem } from '../../diagnostics/problem.js';
import { suggest } from '../../diagnostics/suggest.js';
import type { Rule } from './rule.js';

/**
 * The target is sure to be among the classes that are measured: where only some classes are drawn, it is one of those
 * kept in any case. (Whether a data set has such a class at all, only its pictures tell.)
 */
export const targetIsAClass: Rule = {
  name: 'targetIsAClass',
  reads: ['poison.target', 'evaluate.asr.target', 'evaluate.dataset', 'datasets'],
  check: ({ poison, evaluate, datasets }, locate) => {
    const target = evaluate.asr.target ?? poison?.target;
    const dataset = datasets[evaluate.dataset];
    const classes = dataset !== undefined && 'classes' in dataset ? dataset.classes : undefined;
    if (target === undefined || classes === undefined || classes.include.includes(target)) return [];
    const path = evaluate.asr.target === undefined ? ['poison', 'target'] : ['evaluate', 'asr', 'target'];
    const list = ['datasets', evaluate.dataset, 'classes'];
    const near = suggest(target, classes.include);
    return [
      problem('EXPC415', `the target \`${target}\` may not be among the ${classes.count} classes measured`, {
        origin: locate(path),
        ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
        related: [{ message: 'the classes are drawn here', place: locate(list).place }],
        ...(near === undefined ? { hint: `add it to \`${list.join('.')}.include\`` } : {}),
      }),
    ];
  },
};
