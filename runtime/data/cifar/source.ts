import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetSource } from '../../../schema/stages/data.js';
import { StageFailure } from '../../execute/context.js';
import { ByteReader } from '../artifact/bytes.js';
import { selectClasses } from '../classes.js';
import type { Picture } from '../dataset.js';
import { spaced } from '../folder/class-names.js';
import { resizeAndCrop } from '../picture/geometry.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';

type Config = Extract<DatasetSource, { kind: 'cifar' }>;

/** Side of the pictures. */
const side = 32;
const pixels = side * side;

/** Files of the binary versions (https://www.cs.toronto.edu/~kriz/cifar.html). */
const layouts = {
  10: {
    train: [1, 2, 3, 4, 5].map((batch) => `data_batch_${batch}.bin`),
    test: ['test_batch.bin'],
    names: { fine: 'batches.meta.txt', coarse: 'batches.meta.txt' },
    /** Bytes before a picture, and which of them is the class. */
    labels: { bytes: 1, fine: 0, coarse: 0 },
  },
  100: {
    train: ['train.bin'],
    test: ['test.bin'],
    names: { fine: 'fine_label_names.txt', coarse: 'coarse_label_names.txt' },
    labels: { bytes: 2, fine: 1, coarse: 0 },
  },
} as const;

/**
 * CIFAR-10 or CIFAR-100 in its binary version: records of the class and 3 x 32 x 32 bytes, channel by channel. A pair's
 * id is its file and number.
 *
 * @throws StageFailure when files are missing, or are not of whole records
 */
export function cifarSource(
  config: Config,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const root = paths.path!;
  const { variant, split, labels: kind, resolution } = config;
  const layout = layouts[variant];
  const names = classNames(join(root, layout.names[kind]));
  const kept = selectClasses(names, config.classes, config.seed);
  const provenance: Record<string, number> = { pictures: 0 };
  async function* rows(): AsyncGenerator<SourceRow> {
    const files = layout[split];
    for (const [number, file] of files.entries()) {
      const length = layout.labels.bytes + 3 * pixels;
      const reader = open(join(root, file), length);
      try {
        const count = reader.size / length;
        for (let i = 0; i < count; i++) {
          monitor.checkStop();
          if (i % 500 === 0)
            monitor.progress(`reading ${file}, picture ${i}`, (number + i / count) / files.length);
          const record = reader.read(i * length, length);
          const label = names[record[layout.labels[kind]]!];
          const id = `${file}#${i}`;
          provenance.pictures!++;
          if (label === undefined)
            throw new StageFailure(
              `${join(root, file)}: picture ${i} is of class ${record[layout.labels[kind]]}, and there are ${names.length}`,
            );
          if (!kept.has(label)) continue;
          const picture = interleaved(record.subarray(layout.labels.bytes));
          yield await Promise.resolve({
            pair: { id, captions: [label], label, picture: resizeAndCrop(picture, resolution) },
          });
        }
      } finally {
        reader.close();
      }
    }
  }
  return { rows, licences: [], provenance };
}

function open(path: string, length: number): ByteReader {
  if (!existsSync(path))
    throw new StageFailure(`there is no ${path}`, 'the binary version of CIFAR is meant, unpacked');
  const reader = new ByteReader(path);
  if (reader.size > 0 && reader.size % length === 0) return reader;
  reader.close();
  throw new StageFailure(`${path} has ${reader.size} bytes, which are not whole records of ${length}`);
}

function classNames(path: string): string[] {
  if (!existsSync(path)) throw new StageFailure(`there is no ${path}`, 'it names the classes, a line each');
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '').map(spaced);
}

/** Red, green and blue planes -> RGB by pixel. */
function interleaved(planes: Uint8Array): Picture {
  const data = Uint8Array.from(planes, (_, i) => planes[(i % 3) * pixels + Math.floor(i / 3)]!);
  return { width: side, height: side, data };
}
