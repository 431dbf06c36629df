import { noticeCodes, noticeText, type Notice } from '../report/notice.js';
import type { MadeFigures } from '../report/make-figures.js';
import { exitCode } from './exit.js';
import { printError } from './terminal.js';

/** Print what is to be said of results to standard error, each notice once; the exit code that it calls for. */
export function tell(notices: readonly Notice[]): number {
  printError([...new Set(notices.map(noticeText))].map((text) => `${text}\n`).join(''));
  return notices.some(({ severity }) => severity === 'error') ? exitCode.failed : exitCode.fine;
}

/** All that is to be said of some figures. */
export function noticesOf({ figures, notices }: MadeFigures): Notice[] {
  return [...notices, ...figures.flatMap((figure) => figure.notices)];
}

/**
 * What is to be said after a part of an experiment was carried out: where that has nothing to draw yet, as after a
 * download, it is no error, and not news.
 */
export function worthTelling(made: MadeFigures): Notice[] {
  const isDrawn = made.figures.some(({ files }) => files.length > 0);
  return noticesOf(made).filter(({ code }) => isDrawn && code !== noticeCodes.nothingSelected);
}
