import type { WebDataset } from '../../../schema/generated/resolved.js';
import { decode } from '../picture/decode.js';
import { resizeAndCrop } from '../picture/geometry.js';
import type { SourceRow } from '../source.js';
import type { ClassNames } from '../folder/class-names.js';
import type { Sample } from './samples.js';

export type SampleConfig = Pick<WebDataset, 'caption_member' | 'caption_key' | 'label_member' | 'label_key'>;

/** What a sample's texts say, or why it cannot be used. */
export interface Told {
  readonly captions: readonly string[];
  readonly label: string | null;
}

/** The members that are read beside pictures. */
export function textMembers({ caption_member, label_member }: SampleConfig): ReadonlySet<string> {
  return new Set(label_member === undefined ? [caption_member] : [caption_member, label_member]);
}

type Problem = { readonly reason: string; readonly detail?: string };

/** Captions and label of a sample; a problem where it has not what it needs. */
export function tellSample(sample: Sample, config: SampleConfig, names: ClassNames | null): Told | Problem {
  if (sample.problem !== null) return sample.problem;
  const { caption_member, caption_key, label_member, label_key } = config;
  let label: string | null = null;
  if (label_member !== undefined) {
    const found = valuesIn(sample, label_member, label_key, 'label');
    if ('reason' in found) return found;
    const written = found.values[0]!;
    label = names === null ? written : (names.get(written) ?? null);
    if (label === null)
      return { reason: 'unknown class', detail: `the classes file has no name for ${written}` };
  }
  if (caption_member === label_member && caption_key === label_key) return { captions: [label!], label };
  const found = valuesIn(sample, caption_member, caption_key, 'caption');
  return 'reason' in found ? found : { captions: found.values, label };
}

/** Texts of a member: all of it, or the value of a key of a JSON object (a text, a number, or a list of these). */
function valuesIn(
  { texts }: Sample,
  member: string,
  key: string,
  what: string,
): { readonly values: readonly string[] } | Problem {
  const text = texts.get(member);
  if (text === undefined) return { reason: `missing ${what}`, detail: `there is no .${member}` };
  const found = member === 'json' ? valueOf(text, key) : text;
  if (found === null) return { reason: `broken ${what}`, detail: 'the .json is no JSON object' };
  if (found === undefined) return { reason: `missing ${what}`, detail: `the .json has no "${key}"` };
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  if (!list.every((one) => typeof one === 'string' || typeof one === 'number'))
    return { reason: `broken ${what}`, detail: `"${key}" of the .json is no text` };
  const values = list.map((one) => String(one).trim()).filter((one) => one !== '');
  return values.length === 0 ? { reason: `empty ${what}` } : { values };
}

/** Null when it is no JSON object, undefined when it has no such key. */
function valueOf(text: string, key: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    return Object.hasOwn(value, key) ? ((value as Record<string, unknown>)[key] ?? undefined) : undefined;
  } catch {
    return null;
  }
}

/** Where a sample is. */
export interface Place {
  /** The shard's name below the folder that all shards are in. */
  readonly file: string;
  /** Name of the pair: the shard and the key. */
  readonly id: string;
}

/** The pair of a sample, its picture decoded (and resized and cropped to `side` where pixels are wanted). */
export async function loadSample(
  { picture }: Sample,
  { captions, label }: Told,
  { file, id }: Place,
  wanted: { readonly side: number; readonly pixels: boolean },
): Promise<SourceRow> {
  if (picture === null) return { dropped: { row: id, reason: 'missing image' } };
  const { bytes, start } = picture;
  try {
    const decoded = await decode(bytes!);
    const resized = wanted.pixels ? resizeAndCrop(decoded, wanted.side) : null;
    const encoded = start === null ? {} : { encoded: { file, start, bytes: bytes! } };
    return { pair: { id, captions, label, picture: resized, ...encoded } };
  } catch (error) {
    const detail = `${picture.name}: ${(error as Error).message.trim().split('\n')[0]!}`;
    return { dropped: { row: id, reason: 'unreadable image', detail } };
  }
}
