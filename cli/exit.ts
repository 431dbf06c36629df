/** How expc ends. */
export const exitCode = {
  fine: 0,
  /** A stage failed, or what was asked for is not so. */
  failed: 1,
  /** The YAML, or the way expc was called, is wrong. */
  wrong: 2,
  /** expc itself is wrong (`EX_SOFTWARE` of sysexits.h). */
  internal: 70,
  interrupted: 130,
} as const;

/** What is wrong with how expc was called: shown without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
