import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attribute, backend, idOf, op } from '../raw.js';
import type { Tensor } from '../tensorflow.js';
import type { Output } from './builder.js';
import { savedModel, type GraphNode } from './messages.js';

interface Binding {
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(
    id: number,
    inputs: readonly number[],
    feeds: string,
    fetches: string,
  ): Parameters<ReturnType<typeof backend>['createOutputTensor']>[0][];
}

/** A graph loaded into TensorFlow. Resource variables in it live from run to run, and are this session's alone. */
export class Session {
  readonly #id: number;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;

  constructor(nodes: readonly GraphNode[]) {
    this.#shapes = placeholderShapes(nodes);
    const folder = mkdtempSync(join(tmpdir(), 'expc-graph-'));
    try {
      writeFileSync(join(folder, 'saved_model.pb'), savedModel(nodes));
      this.#id = binding().loadSavedModel(folder, 'serve');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Runs what the fetched outputs need.
   * @param feeds values of placeholders
   * @returns the fetched outputs, owned by the current tidy scope
   * @throws {RangeError} when a feed is no placeholder or has another shape: shapes are baked into a graph
   */
  run(feeds: Readonly<Record<Output, Tensor>>, fetches: readonly Output[]): Tensor[] {
    const names = Object.keys(feeds);
    for (const name of names) this.#check(name, feeds[name]!.shape);
    const owned = names.map((name) => ownedByTensorflow(feeds[name]!));
    const outputs = binding()
      .runSavedModel(this.#id, owned.map(idOf), names.map(full).join(','), fetches.map(full).join(','))
      .map((metadata) => backend().createOutputTensor(metadata));
    owned.forEach((tensor) => tensor.dispose());
    return outputs;
  }

  #check(name: string, shape: readonly number[]): void {
    const expected = this.#shapes.get(name);
    if (expected === undefined) throw new RangeError(`graph: ${name} is no placeholder`);
    if (expected.join() !== shape.join())
      throw new RangeError(
        `graph: ${name} has the shape [${expected.join(', ')}], not [${shape.join(', ')}]`,
      );
  }

  dispose(): void {
    binding().deleteSavedModel(this.#id);
  }
}

function placeholderShapes(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  for (const { name, op, attributes } of nodes) {
    const shape = attributes.shape;
    if (op === 'Placeholder' && shape !== undefined && 'shape' in shape) shapes.set(name, shape.shape);
  }
  return shapes;
}

/**
 * A copy in TensorFlow's own memory. What comes from JavaScript lies in memory of the JavaScript engine, which only the
 * main thread may give back, and a session gives back what it was fed on whichever thread had it last.
 */
function ownedByTensorflow(tensor: Tensor): Tensor {
  return op('DeepCopy', [tensor], [attribute.type('T', tensor.dtype as 'float32' | 'int32')]);
}

const full = (output: Output) => (output.includes(':') ? output : `${output}:0`);
const binding = () => backend().binding as unknown as Binding;
