import { exportData } from '../../runtime/data/export/export.js';
import { plural } from '../../runtime/execute/view/text.js';
import type { DataExportOptions } from '../commands/data.js';
import { dataNamed, firstReadable } from '../data-named.js';
import { exitCode, UsageError } from '../exit.js';
import { explained } from '../explained.js';
import { print } from '../terminal.js';

export async function dataExport(
  what: string,
  part: string | undefined,
  options: DataExportOptions,
): Promise<number> {
  const { format, out, name, pictures, captions, shardCount, shardMegabytes } = options;
  const found = dataNamed(what, part, options);
  if (found === null) return exitCode.wrong;
  const made = found.filter((one) => one.kind !== 'source');
  const subject = firstReadable(made.length === 0 ? found : made.slice(0, 1));
  if (subject.kind === 'source')
    throw new UsageError(
      `${subject.title} is not built yet`,
      `\`expc run --only ${subject.stage.id} ${what}\` builds it`,
    );
  return explained(async () => {
    const limits = { count: shardCount, bytes: shardMegabytes * 1e6 };
    const { pairs, files, notes } = await exportData(subject.folder, out, {
      format,
      pictures,
      captions,
      limits,
      ...(name === undefined ? {} : { name }),
    });
    print(files.map((file) => `${file}\n`).join(''));
    print([plural(pairs, 'pair'), ...notes].map((note) => `${note}\n`).join(''));
    return exitCode.fine;
  });
}
