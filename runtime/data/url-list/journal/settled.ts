import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureLimits, UrlListConfig, DownloadSettings } from '../config.js';
import { isKept, type Failed, type Outcome } from './record.js';

/** What decides whether a URL is asked for again. */
export type Settling = PictureLimits &
  Pick<UrlListConfig, 'pass'> &
  Pick<DownloadSettings, 'retry' | 'allow_addresses'>;

/** Whether nothing is left to do about a URL: its picture is there, or it failed and is not to be tried again. */
export function isSettled(outcome: Outcome | null, root: string, settling: Settling): boolean {
  if (outcome === null) return false;
  if (!isKept(outcome)) return isFinal(outcome, settling);
  return statSync(join(root, outcome.file), { throwIfNoEntry: false })?.size === outcome.bytes;
}

function isFinal(
  { reason, may_pass, pass, limit, allowed }: Failed,
  { pass: now, retry, max_megabytes, max_megapixels, allow_addresses }: Settling,
): boolean {
  if (allowed !== undefined && allowed !== allow_addresses.join(' ')) return false;
  if (limit !== undefined && limit < (reason === 'too large' ? max_megabytes : max_megapixels)) return false;
  return pass >= now || (retry === 'temporary' && !may_pass);
}
