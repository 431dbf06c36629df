import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Folders and files with tests that take a minute and more, in the order in which they begin. The cluster waits most of
 * its time, but not for ever: beside it come tests that keep to a process each.
 */
const long = [
  'test/e2e/slurm',
  'test/runtime/train/',
  'test/e2e/',
  'test/cases',
  'test/runtime/execute/',
  'test/scripts/',
];

/** Begins with what takes long: a long file that is begun last has everything else wait for it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((part) => moduleId.includes(part));
      return found === -1 ? long.length : found;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
