import type { Diagnostic } from '../document/diagnostic.js';
import type { Place } from '../document/node.js';
import { problem } from '../diagnostics/problem.js';

/**
 * What is wrong with the spelling of an unquoted number, if anything: spellings that YAML 1.1, YAML 1.2 and Python
 * read differently, and numbers that a double cannot hold.
 */
export function numberProblem(source: string, value: unknown, at: Place): Diagnostic | null {
  if (/^[-+]?0\d+$/.test(source)) {
    return problem(
      'EXPC104',
      `\`${source}\` is read as ${Number(source)} by some programs and as octal by others`,
      {
        at,
        label: 'leading zero',
        hint: `write ${source.replace(/^([-+]?)0+(?=\d)/, '$1')}, or put it into quotes if it is text`,
      },
    );
  }
  if (/^[-+]?\d[\d_]*_[\d_]*(\.[\d_]*)?([eE][-+]?\d+)?$/.test(source)) {
    return problem('EXPC104', `\`${source}\` is a number in some programs and text in others`, {
      at,
      label: 'underscore in a number',
      hint: `write ${source.replaceAll('_', '')}, or put it into quotes if it is text`,
    });
  }
  if (typeof value !== 'number') return null;
  if (!Number.isFinite(value)) {
    return problem('EXPC105', `\`${source}\` is not a finite number`, {
      at,
      hint: /^[-+]?\d/.test(source)
        ? 'the largest number is about 1.8e308'
        : 'write a number, or leave the key out',
    });
  }
  const whole = /^[-+]?(\d+|0x[\da-fA-F]+|0o[0-7]+)$/.test(source);
  if (whole && !Number.isSafeInteger(value)) {
    return problem('EXPC105', `the integer \`${source}\` cannot be held exactly`, {
      at,
      label: `would become ${value}`,
      hint: 'integers go up to 9007199254740991 (2^53 - 1)',
    });
  }
  return null;
}
