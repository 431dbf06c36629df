import { existsSync } from 'node:fs';
import { makeAll } from '../make-figures.js';
import type { Notice } from '../notice.js';
import type { Results } from '../results/types.js';
import { importPublished } from './published.js';
import { publishedFigures, publishedTables } from './published-figures.js';

/**
 * `npm run published-table -- FOLDER [OUT]`: prints the study's table of best models, computed from its published
 * metrics; with OUT also draws the figures that can be drawn from them.
 */
async function main([folder, out]: readonly string[]): Promise<number> {
  if (folder === undefined || !existsSync(folder)) {
    console.error(
      folder === undefined
        ? 'usage: npm run published-table -- FOLDER [OUT]\n\nFOLDER holds the published metrics (cleaning_plot_*.json); OUT takes the figures.'
        : `error: there is no folder ${folder}`,
    );
    return 2;
  }
  const results = importPublished(folder);
  for (const table of publishedTables(results)) console.log(table);
  console.log(totals(results));
  results.notices.forEach(tell);
  if (out !== undefined) {
    const made = await makeAll(results, publishedFigures, out);
    made.forEach(({ files, notices }) => {
      console.log(files[0] ?? '');
      notices.forEach(tell);
    });
  }
  return results.notices.some(({ severity }) => severity === 'error') ? 2 : 0;
}

function totals({ runs }: Results): string {
  const points = runs
    .filter(({ axes }) => axes.part !== 'own')
    .reduce((sum, run) => sum + run.points.length, 0);
  return `${points} evaluated models in all\n`;
}

function tell({ code, severity, message, place, hint }: Notice): void {
  const where = place === null ? '' : `${place.file}: `;
  console.error(`${severity}[${code}]: ${where}${message}${hint === undefined ? '' : `\n  hint: ${hint}`}`);
}

process.exitCode = await main(process.argv.slice(2));
