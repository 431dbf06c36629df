import { existsSync } from 'node:fs';
import { noticeText } from '../notice.js';
import type { Imported } from './imported.js';
import { importPublished } from './published.js';
import { publishedTables } from './published-tables.js';

/** `npm run published-table -- FOLDER`: prints the study's table of best models, computed from its published metrics. */
function main([folder]: readonly string[]): number {
  if (folder === undefined || !existsSync(folder)) {
    console.error(
      folder === undefined
        ? 'usage: npm run published-table -- FOLDER\n\nFOLDER holds the published metrics (cleaning_plot_*.json).'
        : `error: there is no folder ${folder}`,
    );
    return 2;
  }
  const imported = importPublished(folder);
  for (const table of publishedTables(imported)) console.log(table);
  console.log(totals(imported));
  for (const notice of imported.notices) console.error(noticeText(notice));
  return imported.notices.some(({ severity }) => severity === 'error') ? 2 : 0;
}

function totals({ runs }: Imported): string {
  const points = runs
    .filter(({ axes }) => axes.part !== 'own')
    .reduce((sum, run) => sum + run.points.length, 0);
  return `${points} evaluated models in all\n`;
}

process.exitCode = main(process.argv.slice(2));
