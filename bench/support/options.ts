import { parseArgs } from 'node:util';
import { forms, type Form } from './beside-torch.js';
import { models } from './models.js';

const precisions = ['fp32', 'bf16'] as const;

/** Which rows of a table beside PyTorch to measure, and how long. */
export interface Options {
  readonly rows: readonly string[];
  readonly objectives: readonly string[];
  readonly precisions: readonly (typeof precisions)[number][];
  readonly forms: readonly Form[];
  readonly rounds: number;
  readonly markdown: boolean;
}

/**
 * Reads what the command line says: `--rows rn50,small --precision bf16 --against eager --rounds 5 --md`. What it does not
 * say is everything.
 * @param objectives those that the benchmark knows
 */
export function readOptions(objectives: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      rows: text,
      objective: text,
      precision: text,
      against: text,
      rounds: { ...text, default: '5' },
      md: { type: 'boolean', default: false },
    },
  });
  return {
    rows: chosen('--rows', values.rows, Object.keys(models)),
    objectives: chosen('--objective', values.objective, objectives),
    precisions: chosen('--precision', values.precision, precisions),
    forms: chosen('--against', values.against, forms),
    rounds: Number(values.rounds),
    markdown: values.md,
  };
}

function chosen<T extends string>(option: string, value: string | undefined, known: readonly T[]): T[] {
  if (value === undefined) return [...known];
  const asked = value.split(',');
  const wrong = asked.find((one) => !known.includes(one as T));
  if (wrong !== undefined) throw new Error(`${option}: ${wrong} is none of ${known.join(', ')}`);
  return asked as T[];
}
