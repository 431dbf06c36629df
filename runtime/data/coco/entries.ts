/** A captioned picture of MSCOCO. */
export interface CocoEntry {
  /** Its file below the folder of pictures. */
  readonly file: string;
  /** Null in MSCOCO's own files, which are of one split each. */
  readonly split: string | null;
  readonly captions: readonly string[];
}

/** What is wrong with a file, and where. */
export interface CocoProblem {
  readonly problem: string;
}

/** The forms that are read, for hints. */
export const cocoForms =
  '{"images": [{"filepath", "filename", "split", "sentences": [{"raw"}]}]} (Karpathy), or ' +
  '{"images": [{"id", "file_name"}], "annotations": [{"image_id", "caption"}]} (MSCOCO)';

type Loose = Readonly<Record<string, unknown>>;

/** Entries of Karpathy's dataset_coco.json, or of MSCOCO's captions_*.json, in the order of the pictures. */
export function cocoEntries(value: unknown): CocoEntry[] | CocoProblem {
  const { images, annotations } = asMap(value);
  if (!Array.isArray(images)) return { problem: 'it has no list of images' };
  return annotations === undefined ? karpathy(images) : standard(images, annotations);
}

function karpathy(images: readonly unknown[]): CocoEntry[] | CocoProblem {
  const entries: CocoEntry[] = [];
  for (const [i, image] of images.entries()) {
    const { filepath, filename, split, sentences } = asMap(image);
    const raw = Array.isArray(sentences) ? sentences.map((sentence) => asMap(sentence).raw) : [];
    if (
      typeof filename !== 'string' ||
      typeof split !== 'string' ||
      (filepath !== undefined && typeof filepath !== 'string') ||
      raw.length === 0 ||
      !raw.every((text) => typeof text === 'string')
    )
      return { problem: `images[${i}] has no filename, split or sentences` };
    const file = filepath === undefined ? filename : `${filepath}/${filename}`;
    entries.push({ file, split, captions: raw });
  }
  return entries;
}

function standard(images: readonly unknown[], annotations: unknown): CocoEntry[] | CocoProblem {
  if (!Array.isArray(annotations)) return { problem: 'it has no list of annotations' };
  const captions = new Map<unknown, string[]>();
  const files: { id: unknown; file: string }[] = [];
  for (const [i, image] of images.entries()) {
    const { id, file_name: file } = asMap(image);
    if (id === undefined || typeof file !== 'string')
      return { problem: `images[${i}] has no id or file_name` };
    if (captions.has(id)) return { problem: `images[${i}] has the id ${JSON.stringify(id)} of another one` };
    captions.set(id, []);
    files.push({ id, file });
  }
  for (const [i, annotation] of annotations.entries()) {
    const { image_id: id, caption } = asMap(annotation);
    if (typeof caption !== 'string') return { problem: `annotations[${i}] has no caption` };
    const known = captions.get(id);
    if (known === undefined)
      return {
        problem: `annotations[${i}] is of the image ${JSON.stringify(id) ?? 'null'}, which is not listed`,
      };
    known.push(caption);
  }
  return files.map(({ id, file }) => ({ file, split: null, captions: captions.get(id)! }));
}

/** A JSON object as it is; nothing for everything else. */
function asMap(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}
