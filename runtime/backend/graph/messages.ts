import { createRequire } from 'node:module';

/** The part of TensorFlow's protocol messages, generated in tfjs-node, that a graph is written with. */
interface Messages {
  readonly SavedModel: new () => SavedModel;
  readonly MetaGraphDef: (new () => MetaGraphDef) & { readonly MetaInfoDef: new () => MetaInfoDef };
  readonly GraphDef: new () => GraphDef;
  readonly VersionDef: new () => { setProducer(version: number): void };
  readonly NodeDef: new () => NodeDef;
  readonly AttrValue: (new () => AttrValue) & { readonly ListValue: new () => ListValue };
  readonly Tensor: new () => TensorProto;
  readonly TensorShape: (new () => TensorShape) & { readonly Dim: new () => Dim };
}

interface SavedModel {
  setSavedModelSchemaVersion(version: number): void;
  addMetaGraphs(graph: MetaGraphDef): void;
  serializeBinary(): Uint8Array;
}

interface MetaGraphDef {
  setMetaInfoDef(info: MetaInfoDef): void;
  setGraphDef(graph: GraphDef): void;
}

interface MetaInfoDef {
  addTags(tag: string): void;
}

interface GraphDef {
  addNode(node: NodeDef): void;
  setVersions(versions: { setProducer(version: number): void }): void;
}

interface NodeDef {
  setName(name: string): void;
  setOp(op: string): void;
  setInputList(inputs: readonly string[]): void;
  getAttrMap(): { set(name: string, value: AttrValue): void };
}

interface AttrValue {
  setType(dtype: number): void;
  setI(value: number): void;
  setF(value: number): void;
  setB(value: boolean): void;
  setS(value: Uint8Array): void;
  setShape(value: TensorShape): void;
  setTensor(value: TensorProto): void;
  setList(value: ListValue): void;
}

interface ListValue {
  setIList(values: readonly number[]): void;
}

interface TensorProto {
  setDtype(dtype: number): void;
  setTensorShape(shape: TensorShape): void;
  setTensorContent(bytes: Uint8Array): void;
}

interface TensorShape {
  addDim(dim: Dim): void;
}

interface Dim {
  setSize(size: number): void;
}

const messages = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu/dist/proto/api_pb.js') as Messages;

/** The value of a node's attribute. `dtype`s are TensorFlow's numbers. */
export type AttributeValue =
  | { readonly type: number }
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly float: number }
  | { readonly bool: boolean }
  | { readonly string: string }
  | { readonly shape: readonly number[] }
  | {
      readonly tensor: {
        readonly dtype: number;
        readonly shape: readonly number[];
        readonly bytes: Uint8Array;
      };
    };

/** One node of a graph. An input is `node` (its first output), `node:1`, or `^node` (only its being done). */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** The graph as a SavedModel without variables, tagged `serve`: the form that the addon loads. */
export function savedModel(nodes: readonly GraphNode[]): Uint8Array {
  const graph = new messages.GraphDef();
  const versions = new messages.VersionDef();
  versions.setProducer(1882);
  graph.setVersions(versions);
  for (const node of nodes) graph.addNode(nodeDef(node));
  const info = new messages.MetaGraphDef.MetaInfoDef();
  info.addTags('serve');
  const meta = new messages.MetaGraphDef();
  meta.setMetaInfoDef(info);
  meta.setGraphDef(graph);
  const model = new messages.SavedModel();
  model.setSavedModelSchemaVersion(1);
  model.addMetaGraphs(meta);
  return model.serializeBinary();
}

function nodeDef({ name, op, inputs, attributes }: GraphNode): NodeDef {
  const node = new messages.NodeDef();
  node.setName(name);
  node.setOp(op);
  node.setInputList(inputs);
  const map = node.getAttrMap();
  for (const [key, value] of Object.entries(attributes)) map.set(key, attrValue(value));
  return node;
}

function attrValue(value: AttributeValue): AttrValue {
  const out = new messages.AttrValue();
  if ('type' in value) out.setType(value.type);
  else if ('int' in value) out.setI(value.int);
  else if ('float' in value) out.setF(value.float);
  else if ('bool' in value) out.setB(value.bool);
  else if ('string' in value) out.setS(Buffer.from(value.string, 'utf8'));
  else if ('shape' in value) out.setShape(tensorShape(value.shape));
  else if ('ints' in value) {
    const list = new messages.AttrValue.ListValue();
    list.setIList(value.ints);
    out.setList(list);
  } else {
    const tensor = new messages.Tensor();
    tensor.setDtype(value.tensor.dtype);
    tensor.setTensorShape(tensorShape(value.tensor.shape));
    tensor.setTensorContent(value.tensor.bytes);
    out.setTensor(tensor);
  }
  return out;
}

function tensorShape(sides: readonly number[]): TensorShape {
  const shape = new messages.TensorShape();
  for (const side of sides) {
    const dim = new messages.TensorShape.Dim();
    dim.setSize(side);
    shape.addDim(dim);
  }
  return shape;
}
