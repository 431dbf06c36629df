import type { DatasetStage } from '../../schema/plan.js';
import { cifarSource } from './cifar/source.js';
import { cocoSource } from './coco/source.js';
import { csvSource } from './csv/source.js';
import { emojiSource } from './emoji/source.js';
import { folderSource } from './folder/source.js';
import type { Source, SourceMonitor } from './source.js';

/** The source that a dataset stage reads. A new kind of data set is a function in its own folder, and a line here. */
export function openSource(
  { config: { source }, locals }: Pick<DatasetStage, 'config' | 'locals'>,
  monitor: SourceMonitor,
): Source {
  switch (source.kind) {
    case 'emoji':
      return emojiSource(source, monitor);
    case 'csv':
      return csvSource(source, locals.paths, monitor);
    case 'folder':
      return folderSource(source, locals.paths, monitor);
    case 'cifar':
      return cifarSource(source, locals.paths, monitor);
    case 'coco':
      return cocoSource(source, locals.paths, monitor);
  }
}
