import type { Model } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';
import { clipSpec } from '../model/clip.js';
import type { NamedArrays } from '../store/array.js';
import { isBeside } from './layout.js';
import { withCounters } from './read-weights.js';

/** So many names are listed; the rest is counted. */
const listed = 20;

/** A model's arrays with their shapes in the order of PyTorch's `state_dict`: each norm's statistics follow its bias. */
export function stateDictShapes(model: Model): ReadonlyMap<string, readonly number[]> {
  const { parameters, batchNorms } = clipSpec(model);
  const channels = new Map(batchNorms.map((norm) => [`${norm.name}.bias`, norm]));
  const shapes = new Map<string, readonly number[]>();
  for (const { name, shape } of parameters) {
    shapes.set(name, shape);
    const norm = channels.get(name);
    if (norm === undefined) continue;
    shapes.set(`${norm.name}.running_mean`, [norm.channels]);
    shapes.set(`${norm.name}.running_var`, [norm.channels]);
    shapes.set(`${norm.name}.num_batches_tracked`, []);
  }
  return shapes;
}

/**
 * The arrays of a model, taken from a file of weights; counters of batches that the file lacks are 0.
 *
 * @param source says where the weights are from
 * @throws {StageFailure} when some are missing, have another shape, or are too many: the message lists them
 */
export function weightsFor(model: Model, found: NamedArrays, source: string): NamedArrays {
  const arrays = withCounters(found);
  const shapes = stateDictShapes(model);
  const problems: string[] = [];
  for (const [name, shape] of shapes) {
    const array = arrays.get(name);
    if (array === undefined) problems.push(`${name} is missing`);
    else if (array.shape.join() !== shape.join())
      problems.push(`${name} is [${array.shape.join(', ')}], not [${shape.join(', ')}]`);
  }
  for (const name of arrays.keys())
    if (!shapes.has(name) && !isBeside(name)) problems.push(`${name} is not part of the model`);
  if (problems.length > 0) throw unfit(problems, source);
  return arrays;
}

function unfit(problems: readonly string[], source: string): StageFailure {
  const more = problems.length > listed ? [`and ${problems.length - listed} more`] : [];
  const lines = [...problems.slice(0, listed), ...more].map((line) => `  ${line}`);
  return new StageFailure(
    `the weights in ${source} are of another model:\n${lines.join('\n')}`,
    'describe the model that the weights are of: `expc import-weights FILE` prints it',
  );
}
