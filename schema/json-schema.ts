/** The part of JSON Schema (draft-07) that the language is written in, with the project's annotations (`x-…`). */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  /** `none`: cannot change a result, stays out of every key. */
  readonly 'x-effect'?: 'none';
  readonly 'x-unit'?: string;
  /** The default under `compatibility: study`. */
  readonly 'x-study-default'?: unknown;
  /** The map of the document whose keys this value names. */
  readonly 'x-refers-to'?: string;
  /** The value names a file (its content counts) or a folder (nothing, its listing, or what its files hold). */
  readonly 'x-file'?: 'content' | 'contents' | 'folder' | 'listing' | 'shards';
  /** What `pattern` asks for, in words. */
  readonly 'x-form'?: string;
}
