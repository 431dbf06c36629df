import { columns } from '../../compiler/emit/columns.js';
import { fromValue } from '../../compiler/document/access.js';
import { documentText } from '../../compiler/emit/document-text.js';
import { describeWeights, exportWeights } from '../../runtime/weights/convert.js';
import type { ImportOptions } from '../commands/import-weights.js';
import { exitCode } from '../exit.js';
import { explained } from '../explained.js';
import { print } from '../terminal.js';

export function importWeights(file: string, { out, json }: ImportOptions): number {
  return explained(() => {
    const found = describeWeights(file);
    const { weights, model } = found;
    const { format, arrays, epoch, step } = weights;
    if (out !== undefined) exportWeights(found, out, 'safetensors');
    if (json === true) {
      print(
        `${JSON.stringify({ format, arrays: arrays.size, epoch, step, model, out: out ?? null }, null, 2)}\n`,
      );
      return exitCode.fine;
    }
    print(
      columns([
        ['format', format],
        ['arrays', String(arrays.size)],
        ...(epoch === null ? [] : [['epoch', String(epoch)]]),
        ...(step === 0 ? [] : [['optimizer', `moments of ${step} steps`]]),
        ...(out === undefined ? [] : [['written', out]]),
      ]),
    );
    print(`\n${documentText(fromValue({ model }, { place: null, via: [] }))}`);
    return exitCode.fine;
  });
}
