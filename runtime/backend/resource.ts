import { attribute, backend, idOf, executeRaw } from './raw.js';
import type { Tensor } from './tensorflow.js';

const dtype = attribute.type('dtype', 'float32');
/** The shared name by which TensorFlow makes a new variable for each handle. */
const anonymous = 'cd2c89b7-88b7-44c8-ad83-06c2a9158347';

/** A float32 variable that lives in TensorFlow and is updated in place. It belongs to no tidy scope: dispose it. */
export class Resource {
  readonly handle: number;

  constructor(shape: readonly number[]) {
    const attributes = [
      dtype,
      attribute.shape('shape', shape),
      attribute.string('container', ''),
      attribute.string('shared_name', anonymous),
    ];
    this.handle = executeRaw('VarHandleOp', [], attributes, 1)[0]!.id;
  }

  /** Take the tensor's values. TensorFlow shares the memory until either changes. */
  assign(tensor: Tensor): void {
    executeRaw('AssignVariableOp', [this.handle, idOf(tensor)], [dtype], 0);
  }

  /** The values as a tensor, which later updates do not change. While it lives, an update has to copy. */
  read(): Tensor {
    return backend().createOutputTensor(executeRaw('ReadVariableOp', [this.handle], [dtype], 1)[0]!);
  }

  dispose(): void {
    executeRaw('DestroyResourceOp', [this.handle], [attribute.bool('ignore_lookup_error', true)], 0);
    backend().binding.deleteTensor(this.handle);
  }
}
