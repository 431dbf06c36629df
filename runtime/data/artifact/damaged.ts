import { StageFailure } from '../../execute/context.js';

/** A stage's folder that is not what its runner left. */
export function damaged(dir: string, what: string): StageFailure {
  return new StageFailure(
    `the data set in ${dir} cannot be read: ${what}`,
    `remove ${dir} and run the experiment again; it will be rebuilt`,
  );
}
