import type {
  CifarDataset,
  CocoDataset,
  CsvDataset,
  EmojiDataset,
  FolderDataset,
  JoinDataset,
  UrlListDataset,
  WebDataset,
} from '../generated/resolved.js';
import type { StageBase } from './base.js';

/** A data set without the keys that name files and folders (`x-file`): moving a file changes no result. */
export type DatasetSource =
  | EmojiDataset
  | Omit<CsvDataset, 'path' | 'root' | 'storage' | 'path_prefixes'>
  | Omit<FolderDataset, 'path' | 'classes_file' | 'labels_file' | 'storage'>
  | Omit<CifarDataset, 'path'>
  | Omit<CocoDataset, 'path' | 'root' | 'storage'>
  | Omit<UrlListDataset, 'path' | 'root' | 'storage' | 'download'>
  | Omit<WebDataset, 'path' | 'classes_file' | 'storage'>
  | JoinSource;

/** Several data sets as one, each with what its own stage would be. */
export interface JoinSource extends Omit<JoinDataset, 'of' | 'storage'> {
  readonly of: readonly ({ readonly name: string } & DatasetStage['config'])[];
}

/** A data set, built: pictures packed, captions made, broken rows counted. */
export type DatasetStage = StageBase<
  'dataset',
  {
    readonly source: DatasetSource;
    /** The key of the data set that names a file (`path`) -> SHA-256 of the file's content. */
    readonly files: Readonly<Record<string, string>>;
  },
  never,
  {
    /** The key that names a file or folder (`path`, `root`) -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
    /** How pictures are kept, where that is not chosen by their size. */
    readonly storage?: Exclude<CsvDataset['storage'], 'auto'>;
    /** How the network is used, where pictures are downloaded. */
    readonly download?: UrlListDataset['download'];
    /** What image paths begin with -> the folder that they are found in instead. */
    readonly prefixes?: Readonly<Record<string, string>>;
    /** Of a join: those of its parts. */
    readonly parts?: readonly DatasetStage['locals'][];
  }
>;

/** Clean pairs drawn from a (poisoned) data set: the cleaning set. */
export type SubsetStage = StageBase<
  'subset',
  { readonly size: number; readonly seed: number },
  'dataset',
  Record<string, never>
>;
