import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, Node, Origin, Place } from '../document/node.js';
import { describeValue } from '../diagnostics/describe.js';
import { problem } from '../diagnostics/problem.js';
import { orList, suggest } from '../diagnostics/suggest.js';
import type { Axis, Choice } from './axis.js';
import { labelText, numberText } from './label.js';
import type { Range } from './range.js';

export function emptyAxis(name: string, origin: Origin): Diagnostic {
  return problem('EXPC501', `axis \`${name}\` has no values, so there are no runs`, {
    origin,
    hint: 'give it at least one value, or remove the axis',
  });
}

export function noRuns(name: string, origin: Origin, product: number): Diagnostic {
  return problem('EXPC501', `ablation \`${name}\` has no runs: all ${product} combinations are excluded`, {
    origin,
    hint: 'remove an `exclude` rule, or the ablation',
  });
}

export function axisOfScalar(name: string, value: Node): Diagnostic {
  return problem(
    'EXPC502',
    `axis \`${name}\` must be a list of values, a range or named variants, found ${describeValue(value)}`,
    { origin: value.origin, hint: `write \`${name}: [${value.kind === 'scalar' ? value.source : '…'}]\`` },
  );
}

export function variantNotMap(axis: string, label: string, value: Node): Diagnostic {
  return problem(
    'EXPC502',
    `variant \`${label}\` of axis \`${axis}\` must say what it sets, by path, found ${describeValue(value)}`,
    {
      origin: value.origin,
      hint: 'write `{path: value}`; a variant that changes nothing is `{}`, a list of values is `[…]`',
    },
  );
}

export function zipNotMap(name: string, value: Node): Diagnostic {
  return problem(
    'EXPC502',
    `\`zip\` axis \`${name}\` must be a map of paths to lists, found ${describeValue(value)}`,
    { origin: value.origin },
  );
}

export function zipNotList(name: string, path: string, value: Node): Diagnostic {
  return problem(
    'EXPC502',
    `\`${path}\` in \`zip\` axis \`${name}\` must be a list of values, found ${describeValue(value)}`,
    { origin: value.origin },
  );
}

export function zipLengths(
  name: string,
  [path, first, length]: readonly [string, Entry, number],
  [otherPath, other, otherLength]: readonly [string, Entry, number],
): Diagnostic {
  return problem('EXPC504', `the lists of \`zip\` axis \`${name}\` have different lengths`, {
    origin: other.value.origin,
    label: `\`${otherPath}\` has ${values(otherLength)}`,
    related: [{ message: `\`${path}\` has ${values(length)}`, place: first.value.origin.place }],
    hint: 'every list needs one value for each position',
  });
}

function values(count: number): string {
  return count === 1 ? '1 value' : `${count} values`;
}

export function repeatedValue(axis: Axis, choice: Choice, first: Choice): Diagnostic {
  return problem('EXPC511', `axis \`${axis.name}\` lists \`${labelText(choice.label)}\` twice`, {
    origin: choice.origin,
    related: [{ message: 'first here', place: first.origin.place }],
    hint: 'remove one of them',
  });
}

export function rangeUnknownKey(range: Range, key: string): Diagnostic {
  return problem('EXPC510', `unknown key \`${key}\` in a \`${range.spacing}\` range`, {
    origin: range.spec.entries.get(key)!.key,
    hint: 'a range has `from`, `to` and `count`',
  });
}

export function rangeKeyMissing(range: Range, key: string, found: Node | undefined): Diagnostic {
  return problem(
    'EXPC510',
    `a \`${range.spacing}\` range needs \`${key}\`, a number${found === undefined ? '' : `, found ${describeValue(found)}`}`,
    {
      origin: found?.origin ?? range.spec.origin,
      hint: `write \`${range.spacing}: { from: 1e-6, to: 1e-3, count: 8 }\``,
    },
  );
}

export function rangeProblem(
  range: Range,
  from: number,
  to: number,
  count: number,
  largestCount: number,
): Diagnostic | null {
  const at = (key: string): Origin => range.spec.entries.get(key)!.value.origin;
  if (!Number.isInteger(count) || count < 2 || count > largestCount)
    return problem('EXPC510', `\`count\` must be a whole number from 2 to ${largestCount}, found ${count}`, {
      origin: at('count'),
    });
  if (from === to)
    return problem('EXPC510', '`from` and `to` are the same, so the range has one value', {
      origin: at('to'),
    });
  if (range.spacing === 'log' && (from <= 0 || to <= 0))
    return problem('EXPC510', 'the ends of a `log` range must be greater than 0', {
      origin: at(from <= 0 ? 'from' : 'to'),
    });
  return null;
}

export function rangeTooFine(range: Range, count: number, distinct: number): Diagnostic {
  return problem(
    'EXPC510',
    `this range has only ${distinct} distinct values of four significant digits, not ${count}`,
    { origin: range.spec.origin, hint: 'lower `count`, or move `from` and `to` apart' },
  );
}

export function axisTwice(name: string, second: Origin, first: Origin): Diagnostic {
  return problem('EXPC503', `two axes are called \`${name}\``, {
    origin: second,
    related: [{ message: 'first here', place: first.place }],
    ...(name === 'seed' ? { hint: '`seeds` makes an axis called `seed`' } : {}),
  });
}

export function ablationTwice(name: string, second: Origin, first: Origin): Diagnostic {
  return problem('EXPC503', `two ablations are called \`${name}\``, {
    origin: second,
    related: [{ message: 'first here', place: first.place }],
  });
}

export function unknownAxis(
  rule: 'exclude' | 'include',
  name: string,
  key: Origin,
  axes: readonly string[],
): Diagnostic {
  const near = suggest(name, axes);
  return problem('EXPC505', `\`${rule}\` names an axis \`${name}\` that the ablation does not have`, {
    origin: key,
    ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
    ...(near === undefined && axes.length > 0 ? { hint: `its axes are ${orList(axes)}` } : {}),
  });
}

export function unknownLabel(axis: Axis, value: Node): Diagnostic {
  const labels = axis.choices.map((choice) => labelText(choice.label));
  const written = value.kind === 'scalar' ? String(value.value) : '';
  const near = suggest(written, labels);
  return problem(
    'EXPC506',
    `axis \`${axis.name}\` has no value ${value.kind === 'scalar' ? `\`${labelText(value.value)}\`` : describeValue(value)}`,
    {
      origin: value.origin,
      ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
      ...(near === undefined ? { hint: `its values are ${shortList(labels)}` } : {}),
      related: [{ message: `\`${axis.name}\` is here`, place: axis.key.place }],
    },
  );
}

export function matchesNothing(rule: Node, reason: string): Diagnostic {
  return problem('EXPC508', `this \`exclude\` rule matches no run: ${reason}`, {
    origin: rule.origin,
    hint: 'remove it, or mend the values it names',
  });
}

export function sameValueTwice(path: string, second: Axis, first: Axis): Diagnostic {
  return problem('EXPC509', `the axes \`${first.name}\` and \`${second.name}\` both set \`${path}\``, {
    origin: second.key,
    related: [{ message: `\`${first.name}\` is here`, place: first.key.place }],
    hint: 'of the two values only the later one would count; let one axis set it',
  });
}

export function tooManyRuns(name: string, origin: Origin, count: number, most: number): Diagnostic {
  return problem(
    'EXPC512',
    `ablation \`${name}\` has ${numberText(count)} combinations; ${numberText(most)} is the most`,
    { origin, hint: 'split it, or give its axes fewer values' },
  );
}

/** Two runs that do the same work; `first` and `second` are where what sets them apart stands. */
export function sameRun(
  names: readonly [string, string],
  places: readonly [Place | null, Place | null],
  others: number,
): Diagnostic {
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'pair' : 'pairs'} like this)`;
  return problem('EXPC507', `the runs \`${names[1]}\` and \`${names[0]}\` are the same${more}`, {
    at: places[1],
    label: `differs from \`${names[0]}\` in nothing that changes a result`,
    related: [{ message: `\`${names[0]}\` gets its values here`, place: places[0] }],
    hint: 'remove one, or `exclude` the combinations in which the axis has no effect',
  });
}

/** Runs that differ but have the same labels; `places` are those of their grids. */
export function sameLabels(
  name: string,
  places: readonly [Place | null, Place | null],
  count: number,
): Diagnostic {
  const runs =
    count === 1
      ? `two different runs are called \`${name}\``
      : `${count} pairs of different runs have the same labels (\`${name}\`)`;
  return problem('EXPC513', `${runs}: tables and figures cannot tell them apart`, {
    at: firstLine(places[1]),
    label: 'of this grid',
    related: [{ message: 'and of this one', place: places[0] }],
    hint: 'let a named variant say what a grid sets: `matrix: { cleaning: { mmcl: {...} } }` instead of `set`',
  });
}

function firstLine(place: Place | null): Place | null {
  return place === null ? null : { ...place, end: place.start + 1 };
}

function shortList(labels: readonly string[]): string {
  return labels.length <= 8 ? orList(labels) : `${orList(labels.slice(0, 7))} … (${labels.length} in all)`;
}
