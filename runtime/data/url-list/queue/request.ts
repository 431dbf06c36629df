/** A URL on its way to its picture. */
export interface Request {
  /** As it stands in the list. */
  readonly url: string;
  /** Name of the picture's file; null for one made of its content. */
  readonly name: string | null;
  /** Where it is asked for now: the URL, or where redirects led. */
  readonly target: URL;
  readonly redirects: number;
  /** Tries that failed. */
  readonly tries: number;
}
