import type { EmojiDataset } from '../../../schema/generated/resolved.js';
import { stream } from '../../random/stream.js';
import { selectClasses } from '../classes.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';
import type { Picture } from '../dataset.js';
import { captionsOf } from './captions.js';
import { emojiCatalogue, type Emoji } from './catalogue.js';
import { drawingsOf, type Drawing, type SetName } from './drawings.js';
import { licenceOf, setVersion, textLicences } from './licences.js';
import { openPack } from './pack.js';
import { rendererVersion } from './render.js';

/** Emoji drawings as image-caption pairs: sets in the order of the configuration, emoji in Unicode's. */
export function emojiSource(config: EmojiDataset, monitor: SourceMonitor): Source {
  return {
    rows: () => rows(config, monitor),
    licences: [...config.sets.map(licenceOf), ...textLicences()],
    provenance: {
      renderer: rendererVersion(),
      ...Object.fromEntries(config.sets.map((set) => [`@iconify-json/${set}`, setVersion(set)])),
    },
  };
}

/** How many pairs the data set will have; nothing is drawn. */
export function emojiPairs(config: EmojiDataset): number {
  const { wanted, drawn, kept } = choose(config);
  const shown = new Set(wanted.filter(({ label }) => kept.has(label)).map(({ codepoint }) => codepoint));
  return drawn.reduce(
    (sum, { drawings }) => sum + drawings.filter(({ emoji }) => shown.has(emoji.codepoint)).length,
    0,
  );
}

/** The emoji of the groups, their drawings in each set, and the classes that are kept. */
function choose(config: EmojiDataset) {
  const groups = new Set<string>(config.groups);
  const catalogue = emojiCatalogue();
  const wanted = catalogue.filter(({ group }) => groups.has(group));
  const drawn = config.sets.map((set) => ({ set, drawings: drawingsOf(set, catalogue) }));
  const labels = new Set(drawn.flatMap(({ drawings }) => drawings.map(({ emoji }) => emoji.label)));
  const available = wanted.map(({ label }) => label).filter((label) => labels.has(label));
  const kept = selectClasses(available, config.classes, config.seed);
  return { groups, wanted, drawn, kept };
}

async function* rows(config: EmojiDataset, monitor: SourceMonitor): AsyncGenerator<SourceRow> {
  const { groups, wanted, drawn, kept } = choose(config);
  let done = 0;
  for (const { set, drawings } of drawn) {
    for (const group of new Set(wanted.map((emoji) => emoji.group))) {
      const ofGroup = drawings.filter(({ emoji }) => emoji.group === group);
      const inGroup = (note: string) => monitor.progress(note, done / (drawn.length * groups.size));
      const pack = await openPack(set, group, config.resolution, ofGroup, { ...monitor, progress: inGroup });
      const byCodepoint = new Map(ofGroup.map((drawing) => [drawing.emoji.codepoint, drawing]));
      for (const emoji of wanted) {
        if (emoji.group !== group || !kept.has(emoji.label)) continue;
        const drawing = byCodepoint.get(emoji.codepoint);
        yield drawing ? pairOf(set, drawing, pack.picture(emoji.codepoint), config) : notDrawn(set, emoji);
      }
      done++;
    }
  }
}

function pairOf(set: SetName, { emoji }: Drawing, picture: Picture, config: EmojiDataset): SourceRow {
  const random = stream(config.seed, `captions ${set}`, ...numbers(emoji.codepoint));
  const captions = captionsOf(emoji, config.captions, random);
  return { pair: { id: `${set}/${emoji.codepoint}`, captions, label: emoji.label, picture } };
}

function notDrawn(set: SetName, emoji: Emoji): SourceRow {
  return {
    dropped: { row: `${set}/${emoji.codepoint}`, reason: 'not drawn in this set', detail: emoji.label },
  };
}

function numbers(codepoint: string): number[] {
  return codepoint.split('-').map((part) => Number.parseInt(part, 16));
}
