import { tarMembers, type Member } from './members.js';

/** Members of one key: a picture, and what is told of it. */
export interface Sample {
  /** Path of the members without what follows the first dot of the file's name. */
  readonly key: string;
  /** Null where there is none. */
  readonly picture: Member | null;
  /** Texts by what follows the first dot: `txt`, `json`, `cls`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why the sample cannot be used, whatever it is used for. */
  readonly problem: { readonly reason: string; readonly detail: string } | null;
}

const pictures: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif', 'bmp', 'tif', 'tiff']);

/** Larger members are none of these, or made to fill the memory. */
const [largestPicture, largestText] = [256 * 2 ** 20, 2 ** 20];

/**
 * Samples of a shard as the webdataset library groups them: neighbouring members with the same path up to the first
 * dot of the file's name. Of texts those that `suffixes` names are read. Names with `__` around them are notes about
 * the shard, and names without a dot are of no sample.
 *
 * @throws {BrokenShard}
 */
export async function* samplesOf(shard: string, suffixes: ReadonlySet<string>): AsyncGenerator<Sample> {
  const wanted = (name: string, size: number): boolean => {
    const suffix = keyAndSuffix(name)?.suffix ?? '';
    if (pictures.has(suffix)) return size <= largestPicture;
    return suffixes.has(suffix) && size <= largestText;
  };
  const seen = new Set<string>();
  let open = null as OpenSample | null;
  for await (const member of tarMembers(shard, wanted)) {
    const name = keyAndSuffix(member.name);
    if (name === null) continue;
    if (open?.key !== name.key) {
      if (open !== null) yield open.finish();
      open = new OpenSample(name.key);
      if (seen.has(name.key))
        open.spoil('duplicate key', 'other members of this key stand earlier in the shard');
      seen.add(name.key);
    }
    open.add(name.suffix, member, suffixes);
  }
  if (open !== null) yield open.finish();
}

/** `a/b.seg.png` -> `a/b`, `seg.png`; null for what is of no sample. */
function keyAndSuffix(name: string): { key: string; suffix: string } | null {
  const found = /^((?:.*\/)?[^./][^./]*)\.([^/]+)$/s.exec(name);
  if (found === null || /(^|\/)__[^/]*__(\.|$|\/)/.test(name)) return null;
  return { key: found[1]!, suffix: found[2]!.toLowerCase() };
}

class OpenSample {
  private picture: Member | null = null;
  private readonly texts = new Map<string, string>();
  private problem: Sample['problem'] = null;

  constructor(readonly key: string) {}

  add(suffix: string, member: Member, suffixes: ReadonlySet<string>): void {
    const isPicture = pictures.has(suffix);
    if (!isPicture && !suffixes.has(suffix)) return;
    if (member.bytes === null) this.spoil('absurd size', `${member.name} has ${member.size} bytes`);
    else if (isPicture) this.addPicture(member);
    else this.addText(suffix, member.name, member.bytes);
  }

  private addPicture(member: Member): void {
    if (this.picture === null) this.picture = member;
    else
      this.spoil(
        this.picture.name === member.name ? 'duplicate member' : 'several pictures',
        `${this.picture.name} and ${member.name}`,
      );
  }

  private addText(suffix: string, name: string, bytes: Uint8Array): void {
    if (this.texts.has(suffix)) this.spoil('duplicate member', name);
    try {
      this.texts.set(suffix, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      this.spoil('not UTF-8', name);
    }
  }

  /** The first problem is the one that is told. */
  spoil(reason: string, detail: string): void {
    this.problem ??= { reason, detail };
  }

  finish(): Sample {
    return { key: this.key, picture: this.picture, texts: this.texts, problem: this.problem };
  }
}
