/** A failure of the machine's set-up, not of an experiment: what is wrong, and the command that mends it. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code = 'backend';
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.hint = hint;
  }
}
