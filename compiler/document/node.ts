/** A place in a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Offsets into the file's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** How a value got to where it is, outermost first: through `extends`, a reference, an axis, `--set`, a default. */
export interface Via {
  readonly how:
    'extends' | 'reference' | 'axis' | 'set' | 'include' | 'override' | 'default' | 'compatibility';
  /** What to show a person: `templates/emoji.yaml`, `axis objective = mmcl`, `--set seed=3`. */
  readonly what: string;
  readonly place: Place | null;
}

/** Where a value was written, and how it got here. `place` is null for defaults and command-line values. */
export interface Origin {
  readonly place: Place | null;
  readonly via: readonly Via[];
  /** The value that this one was merged over, with its own origin: what an explanation calls overridden. */
  readonly replaced?: Node;
}

/** A YAML value that remembers where it came from. Immutable: merging makes new nodes and shares the old. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly origin: Origin;
}

export interface Entry {
  /** Where the key stands. */
  readonly key: Origin;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly origin: Origin;
  /** `!append` or `!remove`: how the list changes the one it is merged over. Without: it replaces it. */
  readonly edit?: ListEdit;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as written: tells 010 from 10 and 1.0 from 1. */
  readonly source: string;
  readonly quoted: boolean;
  readonly origin: Origin;
}

export type ListEdit = 'append' | 'remove';
