/** A number that a name seems to state: `lr-1e-4`, `100-epochs`, `200k`. */
export interface NumberClaim {
  /** As it stands in the name. */
  readonly written: string;
  readonly value: number;
  /** Last steps of the paths that it may be about; null for any: `200k` alone. */
  readonly keys: readonly string[] | null;
  /** For a message: `learning rate`. */
  readonly noun: string;
}

/** Words that stand before or after a number in names, with the keys that they mean. */
const words: readonly { readonly word: string; readonly keys: readonly string[]; readonly noun: string }[] = [
  { word: 'lr|learning[-_ ]?rate', keys: ['lr'], noun: 'learning rate' },
  { word: 'wd|weight[-_ ]?decay|decay', keys: ['weight_decay'], noun: 'weight decay' },
  { word: 'bs|batch[-_ ]?size|batch', keys: ['batch_size'], noun: 'batch size' },
  { word: 'epochs|ep', keys: ['epochs', 'from'], noun: 'number of epochs' },
  { word: 'poisons', keys: ['poisons', 'count'], noun: 'number of poisoned pairs' },
  { word: 'warm[-_ ]?up', keys: ['warmup_steps'], noun: 'warm-up' },
  { word: 'pairs', keys: ['size', 'count', 'poisons'], noun: 'number of pairs' },
];

const number = String.raw`(\d+(?:\.\d+)?(?:e[-+]?\d+)?)([km]?)`;
const border = String.raw`(?=$|[-_ ,+/()])`;
const start = String.raw`(?:^|[-_ ,+/()])`;

const forms = words.map(({ word, keys, noun }) => ({
  keys,
  noun,
  before: new RegExp(`${start}(?:${word})[-_ =:]?${number}${border}`, 'gi'),
  after: new RegExp(`${start}${number}[-_ ]?(?:${word})${border}`, 'gi'),
}));

/** The numbers that a name states. What could mean anything (`run-2`, `rn50`, `cc3m`) states none. */
export function numberClaims(name: string): NumberClaim[] {
  const bare = /^(\d+(?:\.\d+)?)(k)$/i.exec(name);
  if (bare !== null)
    return [{ written: name, value: valueOf(bare[1]!, bare[2]!), keys: null, noun: 'number' }];
  return forms.flatMap(({ keys, noun, before, after }) =>
    [before, after].flatMap((form) =>
      [...name.matchAll(form)].map((found) => ({
        written: found[0].replace(/^[-_ ,+/()]+/, ''),
        value: valueOf(found[1]!, found[2]!),
        keys,
        noun,
      })),
    ),
  );
}

function valueOf(digits: string, suffix: string): number {
  return Number(digits) * ({ k: 1e3, m: 1e6 }[suffix.toLowerCase()] ?? 1);
}

/** The losses that a name which is nothing but losses states: `mmcl+ssl`; null for any other name. */
export function lossClaim(name: string, losses: readonly string[]): readonly string[] | null {
  const parts = name.toLowerCase().split('+');
  const known = parts.every((part) => losses.includes(part));
  return known && new Set(parts).size === parts.length ? [...parts].sort() : null;
}
