/** Names that some drawing sets still use for emoji that Unicode has renamed. */
const renamed: Readonly<Record<string, string>> = {
  'direct-hit': '1f3af', // bullseye
  pistol: '1f52b', // water pistol
};

/** "1F3F4-200D-2620-FE0F" -> "1f3f4-200d-2620": lower case, no variation selector, no leading zeros. */
export function codepointKey(hexcode: string): string {
  return hexcode
    .toLowerCase()
    .split('-')
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .filter((part) => part !== 'fe0f')
    .join('-');
}

/** "Japanese “free of charge” button" -> "japanese-free-of-charge-button", as Iconify names drawings. */
export function slug(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'“”"]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Codepoints by drawing name, for sets that name their drawings but do not number them.
 * @param labels codepoint -> label of every emoji
 * @param numbered `chars.json` (codepoint -> name) of sets that do number them; earlier ones win
 */
export function codepointsByName(
  labels: ReadonlyMap<string, string>,
  numbered: readonly Readonly<Record<string, string>>[],
): Map<string, string> {
  const names = new Map<string, string>(Object.entries(renamed));
  const learn = (name: string, codepoint: string) => {
    if (!names.has(name)) names.set(name, codepoint);
  };
  for (const [codepoint, label] of labels) learn(slug(label), codepoint);
  for (const chars of numbered) {
    for (const [hexcode, name] of Object.entries(chars)) learn(name, codepointKey(hexcode));
  }
  return names;
}
