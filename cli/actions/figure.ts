import process from 'node:process';
import { makeFigures, type MadeFigures } from '../../report/make-figures.js';
import { watchFigures } from '../../report/watch.js';
import type { FigureOptions } from '../commands/figure.js';
import { boundsOf } from '../bounds.js';
import { exitCode } from '../exit.js';
import { importedResults } from '../imports.js';
import { loadOrExplain } from '../load.js';
import { noticesOf, tell } from '../notices.js';
import { print } from '../terminal.js';

export async function figure(
  file: string,
  names: readonly string[],
  { set, outputs, from, to, watch, every, ...bounds }: FigureOptions,
): Promise<number> {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const { plan } = compiled;
  const options = {
    bounds: boundsOf(bounds),
    ...(names.length === 0 ? {} : { only: names }),
    ...(to === undefined ? {} : { folder: to }),
  };
  const results = importedResults(plan, outputs, from);
  if (watch === true && results === undefined) {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    await watchFigures(plan, outputs, {
      ...options,
      interval: every * 1000,
      onDrawn: show,
      signal: stop.signal,
    });
    return stop.signal.aborted ? exitCode.interrupted : exitCode.fine;
  }
  return show(
    await makeFigures(plan, outputs, { ...options, ...(results === undefined ? {} : { results }) }),
  );
}

function show(made: MadeFigures): number {
  const lines = made.figures.flatMap(({ files, redrawn }) =>
    files.slice(0, 1).map((path) => `${redrawn ? 'drawn' : 'unchanged'}: ${path}\n`),
  );
  print(lines.join(''));
  return tell(noticesOf(made));
}
