import { describeWeights, exportWeights } from '../../runtime/weights/convert.js';
import { formOf } from '../../runtime/weights/forms.js';
import type { ExportOptions } from '../commands/export-weights.js';
import { exitCode } from '../exit.js';
import { explained } from '../explained.js';
import { print } from '../terminal.js';

export function exportTo(source: string, out: string, { form = formOf(out) }: ExportOptions): number {
  return explained(() => {
    const found = describeWeights(source);
    exportWeights(found, out, form);
    print(`${out}: ${form}, of ${source}\n`);
    return exitCode.fine;
  });
}
