import { sample, stream } from '../../random/stream.js';
import { writeEmbeddings, writeSample, type KeptSample } from '../kept-embeddings.js';
import type { PrepareMeasure } from './measure.js';

/** Keeps embeddings of some pictures and texts for figures, at the ends of epochs; gives no numbers. */
export const embeddings: PrepareMeasure = (parts) => {
  const { config, model, test, tokenizer, attacks, labels, folder } = parts;
  if (config.embeddings === undefined || folder === undefined) return null;
  const { pictures: count, epochs } = config.embeddings;
  const drawn = sample(stream(config.seed ?? 0, 'embeddings'), test.size, Math.min(count, test.size));
  const indices = drawn.sort((a, b) => a - b);
  const [attack] = attacks;
  // Of several copies of a picture the first is kept.
  const rows = indices.map((index) => attack?.indices.indexOf(index) ?? -1);
  const pictures = indices.map((index): KeptSample['pictures'][number] => {
    const { id, captions, label } = test.info(index);
    const name = test.classes[labels[index]!]!;
    return { index, id, class: name, caption: captions[0] ?? label ?? name };
  });
  const ids = tokenizer.encodeAll(
    pictures.map(({ caption }) => caption),
    model.text,
  );
  writeSample(folder, {
    version: 1,
    pictures,
    triggered: rows.flatMap((row, place) => (row < 0 ? [] : [place])),
    classes: test.classes,
    templates: config.templates,
    target: attack?.target ?? null,
    trigger: attack?.config ?? null,
  });
  return {
    definitions: {},
    measure: async ({ embedder, epoch, dim, images, attacks: seen, classifier }) => {
      if (!Number.isInteger(epoch)) return {};
      const kept = {
        epoch,
        dim,
        clean: rowsOf(images, indices, dim),
        triggered: rowsOf(
          seen[0]?.images ?? new Float32Array(),
          rows.filter((row) => row >= 0),
          dim,
        ),
        captions: await embedder.texts(ids),
        classes: classifier,
      };
      if (epochs.includes(epoch)) writeEmbeddings(folder, kept, 'epoch');
      writeEmbeddings(folder, kept, 'last');
      return {};
    },
  };
};

function rowsOf(all: Float32Array, rows: readonly number[], dim: number): Float32Array {
  const out = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => out.set(all.subarray(row * dim, (row + 1) * dim), i * dim));
  return out;
}
