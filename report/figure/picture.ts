import type { TopLevelSpec } from 'vega-lite';
import type { Notice } from '../notice.js';

/** A figure ready to be drawn: plain data, the same for the same results. */
export interface Picture {
  readonly spec: TopLevelSpec;
  /** What the picture shows, as CSV with a header. */
  readonly csv: string;
  /** What a paper would print under it: what is shown, and what the metrics mean. */
  readonly caption: string;
}

/** A picture, or null with an error among the notices. */
export interface Drawn {
  readonly picture: Picture | null;
  readonly notices: readonly Notice[];
}
