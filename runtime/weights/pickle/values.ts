/** What a pickle may hold once it is read as data. Lists are arrays; numbers beyond 2^53 are bigints. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly PickleValue[]
  | Tuple
  | Dictionary
  | Global
  | Instance
  | Foreign;

export class Tuple {
  constructor(readonly items: readonly PickleValue[]) {}
}

/** A dict, an OrderedDict or a defaultdict. */
export class Dictionary {
  readonly entries = new Map<PickleValue, PickleValue>();

  get(key: string): PickleValue | undefined {
    return this.entries.get(key);
  }
}

/** A class or function that the pickle names and nothing was made of. */
export class Global {
  constructor(readonly name: string) {}
}

/** An object of a class that is read as its attributes: a module of a TorchScript archive. */
export class Instance {
  readonly attributes = new Dictionary();
  constructor(readonly type: string) {}
}

/** Something that the reader's own functions made: a storage, a tensor. */
export class Foreign {}
