import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, error, some, type Notice } from '../notice.js';
import { importCsv, type CsvOptions } from './csv.js';
import { digests } from './digest.js';
import { storeImport, type Imported } from './imported.js';
import { importPublished } from './published.js';
import { isPublished } from './published-layout.js';
import { importWandb } from './wandb.js';

export interface ImportRequest extends CsvOptions {
  readonly kind: 'published' | 'csv' | 'wandb';
  readonly path: string;
  readonly name: string;
}

export interface ImportReport {
  /** What was stored, for a terminal; null when nothing was. */
  readonly summary: string | null;
  readonly notices: readonly Notice[];
}

/** Reads other results and stores them; an import with an error stores nothing. */
export function readAndStore(outputs: string, request: ImportRequest): ImportReport {
  const { runs, notices, files } = read(request);
  if (!/^[A-Za-z0-9][A-Za-z0-9_.+-]*$/.test(request.name))
    return {
      summary: null,
      notices: [
        error('badImport', `\`${request.name}\` is no name for an import`, {
          hint: 'letters, digits and `_ . + -`',
        }),
      ],
    };
  if (runs.length === 0 || notices.some(({ severity }) => severity === 'error'))
    return { summary: null, notices };
  const file = storeImport(outputs, request.name, { kind: request.kind, files: digests(files) }, runs);
  const points = runs.reduce((sum, run) => sum + run.points.length, 0);
  const axes = [...new Set(runs.flatMap((run) => Object.keys(run.axes)))];
  const summary = [
    `${count(runs.length, 'run')} with ${count(points, 'evaluation')} of ${count(files.length, 'file')}`,
    ...(axes.length === 0 ? [] : [`axes: ${some(axes, 12)}`]),
    `stored: ${file}`,
  ];
  return { summary: `${summary.join('\n')}\n`, notices };
}

function read(request: ImportRequest): Imported & { readonly files: readonly string[] } {
  const { kind, path } = request;
  if (kind === 'published') {
    const files = readdirSync(path).filter((file) => isPublished(file));
    return { ...importPublished(path), files: files.sort().map((file) => join(path, file)) };
  }
  if (kind === 'csv') return { ...importCsv(path, request), files: [path] };
  return importWandb(path, request);
}
