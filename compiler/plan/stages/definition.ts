import type { Experiment } from '../../../schema/generated/resolved.js';
import type { Role, Stage, StageKind } from '../../../schema/plan.js';

/**
 * What files that a document names hold, at an absolute path: the SHA-256 of the file ('' where it is `optional` and not
 * there), of the folder's listing, or of the names and sizes of the `shards` that a pattern with braces names.
 */
export type Digests = (path: string, of?: 'content' | 'optional' | 'listing' | 'shards') => string;

/** One part of a stage, computed from the document alone. */
export interface Part<T> {
  /**
   * The paths that `project` reads; `poison?` reads only whether there is such a value. It must not look at anything
   * else: what it gives is kept for all runs that agree on these.
   */
  readonly reads: readonly string[];
  readonly project: (document: Experiment, digests: Digests) => T;
}

type StageOf<Kind extends StageKind> = Extract<Stage, { kind: Kind }>;

/** How the stages of one kind come from the document. */
export interface StageDefinition<Kind extends StageKind = StageKind> {
  readonly kind: Kind;
  /** Raised when the meaning of the stage's code changes, so that old results are not taken for new ones. */
  readonly semantics: number;
  /** The parts of the configuration by name: all of it enters the key. A part of `undefined` is left out. */
  readonly config: {
    readonly [Name in keyof StageOf<Kind>['config']]: Part<StageOf<Kind>['config'][Name] | undefined>;
  };
  /** What the stage needs to know but no result depends on. */
  readonly locals: Part<StageOf<Kind>['locals']>;
}

/** The part that a stage plays in a run, and where its inputs come from. */
export interface RoleDefinition {
  readonly role: Role;
  readonly stage: StageDefinition;
  /** Does a run have this stage? */
  readonly present: Part<boolean>;
  /** For each input the roles that may give it: the first that the run has. */
  readonly inputs: Readonly<Record<string, readonly Role[]>>;
  /** Inputs that a stage has only in some runs: where `when` holds and one of the roles is there. */
  readonly optional?: Readonly<Record<string, OptionalInput>>;
}

export interface OptionalInput {
  readonly from: readonly Role[];
  readonly when: Part<boolean>;
}

/** A value of the document as it stands. */
export function part<T>(reads: readonly string[], project: Part<T>['project']): Part<T> {
  return { reads, project };
}

export const always: Part<boolean> = part([], () => true);
