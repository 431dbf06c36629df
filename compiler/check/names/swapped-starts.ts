import { toValue } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { Axis, Choice } from '../../expand/axis.js';
import { labelText } from '../../expand/label.js';
import { expandPatch } from '../../resolve/patch.js';
import { problem } from '../../diagnostics/problem.js';

/**
 * Variants of an axis that start from each other's models: `mmcl` from what is called `mmcl+ssl`, and the other way
 * round. One alone that starts from something else is no mistake that a name could tell.
 */
export function swappedStarts(axis: Axis): Diagnostic[] {
  if (axis.kind !== 'variants') return [];
  const labels = axis.choices.map((choice) => labelText(choice.label));
  const named = axis.choices.map((choice) => namedBy(startText(choice), labels));
  return axis.choices.flatMap((choice, index) => {
    const other = labels.indexOf(named[index] ?? '');
    if (other <= index || named[other] !== labels[index]) return [];
    return problem(
      'EXPC420',
      `the variants \`${labels[index]}\` and \`${labels[other]}\` seem to have their starts swapped`,
      {
        origin: choice.origin,
        label: `starts from \`${named[index]}\``,
        related: [
          {
            message: `\`${labels[other]}\` starts from \`${named[other]}\``,
            place: axis.choices[other]!.origin.place,
          },
        ],
        hint: 'swap them back, or choose other names',
      },
    );
  });
}

/** All that a variant says of where its model comes from, as words. */
function startText({ patch }: Choice): string {
  const { clean, pretrain } = toValue(expandPatch(patch).node) as Record<
    string,
    { from?: unknown } | undefined
  >;
  return textOf([clean?.from, pretrain?.from]);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return wordsOf(JSON.stringify(value));
  return Object.values(value)
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ');
}

/** `CC6M_mmcl+ssl.pt` → `cc6m-mmcl-ssl-pt`. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The longest of some labels that stands in a text as whole words; undefined when none does. */
function namedBy(text: string, labels: readonly string[]): string | undefined {
  return [...labels]
    .sort((a, b) => b.length - a.length)
    .find((label) => wordsOf(label) !== '' && new RegExp(`(^|[- ])${wordsOf(label)}($|[- ])`).test(text));
}
