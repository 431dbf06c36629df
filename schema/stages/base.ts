/** What every kind of stage has. Its key is told in plan.ts. */
export interface StageBase<
  Kind extends string,
  Config,
  Input extends string,
  Locals,
  Optional extends string = never,
> {
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** `<kind>-<first 12 digits of the key>`: the name of the stage's folder. */
  readonly id: string;
  readonly kind: Kind;
  readonly config: Config;
  /** Keys of the stages whose artifacts this one reads. */
  readonly inputs: Readonly<Record<Input, string> & Partial<Record<Optional, string>>>;
  /** Raised when the meaning of the stage's code changes, so that old results are not taken for new ones. */
  readonly semantics: number;
  readonly locals: Locals;
}

/** Where files are whose content is in the configuration as `sha256:...`: that text -> an absolute path. */
export interface FileLocals {
  readonly files?: Readonly<Record<string, string>>;
}
