import type { ClipTeacher, CsvTeacher, SiglipTeacher } from '../generated/resolved.js';
import type { StageBase } from './base.js';

/** Classes that a teacher gives to the pictures of a data set. `test` is there where its classes are asked for. */
export type LabelStage = StageBase<
  'label',
  {
    readonly teacher: TeacherConfig;
    /** The key of the teacher that names a file (`path`), or a file of its folder -> SHA-256 of the content. */
    readonly files: Readonly<Record<string, string>>;
  },
  'data',
  {
    /** The key that names a file -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
    /** Pictures embedded at once. */
    readonly batch: number;
  },
  'test'
>;

/** A teacher without the keys that name files. */
export type TeacherConfig =
  | Omit<CsvTeacher, 'path'>
  | (Required<Pick<ClipTeacher, 'model' | 'templates'>> & Pick<ClipTeacher, 'kind'>)
  | (Required<Pick<SiglipTeacher, 'templates'>> & Pick<SiglipTeacher, 'kind' | 'precision'>);
