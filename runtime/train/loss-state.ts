import type { Optimizer } from '../../schema/generated/resolved.js';
import { tf, type Tensor, type Variable } from '../backend/tensorflow.js';
import { assignArray, makeVariable, toArray, type Parameter } from '../model/state.js';
import type { LossArrays } from '../objective/loss.js';
import type { NamedArrays } from '../store/array.js';
import { OptimizerState } from './optimizer.js';

let made = 0;

/** The arrays of a loss's own on the device, and their optimizer. */
export class LossState {
  readonly parameters: readonly Parameter[];
  readonly optimizer: OptimizerState;
  readonly #given: readonly { readonly name: string; readonly variable: Variable }[];
  readonly #byName: ReadonlyMap<string, Variable>;

  /** Zeros everywhere: `write` comes next. */
  constructor(name: string, { learned, given }: LossArrays, settings: Optimizer) {
    const prefix = `loss${made++}`; // tfjs wants names that no other variable has
    this.parameters = learned.map(({ decays, ...spec }) => ({
      spec,
      variable: makeVariable(`${prefix}/${spec.name}`, spec.shape, true),
      decays,
    }));
    this.#given = given.map(({ name: array, shape }) => ({
      name: array,
      variable: makeVariable(`${prefix}/${array}`, shape, false),
    }));
    this.optimizer = new OptimizerState(name, this.parameters, settings);
    this.#byName = new Map([
      ...this.parameters.map(({ spec, variable }) => [spec.name, variable] as const),
      ...this.#given.map(({ name: array, variable }) => [array, variable] as const),
    ]);
  }

  /** An array by name; undefined where it is another loss's. */
  find(name: string): Tensor | undefined {
    return this.#byName.get(name);
  }

  read(): NamedArrays {
    return new Map([
      ...[...this.#byName].map(([name, variable]) => [name, toArray(variable, variable.shape)] as const),
      ...this.optimizer.read(),
    ]);
  }

  /** Are all arrays there, in their shapes? */
  fits(arrays: NamedArrays): boolean {
    return [...this.#byName].every(([name, { shape }]) => arrays.get(name)?.shape.join() === shape.join());
  }

  /** Takes over the arrays, with fresh moments or those that are given. */
  write(arrays: NamedArrays, { optimizer }: { readonly optimizer: boolean }): void {
    for (const [name, variable] of this.#byName) assignArray(variable, arrays, name, variable.shape);
    if (optimizer) this.optimizer.write(arrays, 0);
    else this.optimizer.reset();
  }

  dispose(): void {
    this.optimizer.dispose();
    tf.dispose([...this.#byName.values()]);
  }
}
