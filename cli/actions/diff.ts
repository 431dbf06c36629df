import process from 'node:process';
import { compareSides } from '../../compiler/diff/difference.js';
import { differenceMarkdown } from '../../compiler/diff/markdown.js';
import { differenceText } from '../../compiler/diff/text.js';
import type { DiffOptions } from '../commands/diff.js';
import { exitCode } from '../exit.js';
import { loadSide } from '../sides.js';
import { standingIn } from '../standing.js';
import { print } from '../terminal.js';

export function diff(a: string, b: string, { md, json, set, outputs }: DiffOptions): number {
  const sideA = loadSide(a, []);
  const sideB = loadSide(b, set ?? []);
  if (sideA === null || sideB === null) return exitCode.wrong;
  const difference = compareSides(sideA, sideB, {
    standingOf: standingIn(outputs),
    folder: process.cwd(),
  });
  if (json === true) print(`${JSON.stringify(difference, null, 2)}\n`);
  else print(md === true ? differenceMarkdown(difference) : differenceText(difference));
  return exitCode.fine;
}
