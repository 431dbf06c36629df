import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Rule } from './rule.js';

/** The attack success rate is measured with the trigger and the target that were trained. */
export const asrMeasuresTheAttack: Rule = {
  name: 'asrMeasuresTheAttack',
  reads: ['poison', 'evaluate.asr'],
  check: ({ poison, evaluate: { asr } }, locate) => {
    if (poison === undefined) return withoutAttack(asr, locate);
    const found: Diagnostic[] = [];
    if (asr.trigger !== undefined && !isDeepStrictEqual(asr.trigger, poison.trigger)) {
      found.push(
        problem('EXPC407', 'the attack is measured with another trigger than the one trained', {
          origin: locate(['evaluate', 'asr', 'trigger']),
          related: [{ message: 'the trigger trained', place: locate(['poison', 'trigger']).place }],
          hint: 'leave `evaluate.asr.trigger` out to measure with the trained trigger',
        }),
      );
    }
    if (asr.target !== undefined && asr.target !== poison.target) {
      found.push(
        problem(
          'EXPC407',
          `the attack is measured for \`${asr.target}\`, but trained for \`${poison.target}\``,
          {
            origin: locate(['evaluate', 'asr', 'target']),
            related: [{ message: 'the target trained', place: locate(['poison', 'target']).place }],
            hint: 'leave `evaluate.asr.target` out to measure the trained target',
          },
        ),
      );
    }
    return found;
  },
};

function withoutAttack(
  asr: { readonly trigger?: unknown; readonly target?: string },
  locate: Parameters<Rule['check']>[1],
): Diagnostic[] {
  const given = asr.trigger === undefined ? 'target' : 'trigger';
  // A model that was never attacked can be measured, if both are told.
  if ((asr.trigger === undefined) === (asr.target === undefined)) return [];
  const missing = given === 'trigger' ? 'target' : 'trigger';
  return [
    problem(
      'EXPC409',
      `an attack success rate needs a ${missing}, and there is no \`poison\` to take it from`,
      {
        origin: locate(['evaluate', 'asr', given]),
        hint: `give \`evaluate.asr.${missing}\` too, or describe the attack under \`poison\``,
      },
    ),
  ];
}
