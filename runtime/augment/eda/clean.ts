/**
 * A caption as EDA sees it: lower-case letters and single spaces. Apostrophes vanish; every other character becomes a
 * space. One leading space is dropped, a trailing one stays, as in the original.
 */
export function cleanCaption(caption: string): string {
  return caption
    .replace(/['\u2019]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .replace(/^ /, '');
}

/** The words of a caption; none when it has no letters from a to z. */
export function wordsOf(caption: string): string[] {
  return cleanCaption(caption)
    .split(' ')
    .filter((word) => word !== '');
}

/** Letters from a to z, and the two that become one in lower case: the Kelvin sign and I with a dot. */
const letter = /[a-zA-Z\u212a\u0130]/;

/** Whether EDA can do anything with a caption: it has a letter from a to z, so that `wordsOf` gives a word. */
export function isAugmentable(caption: string): boolean {
  return letter.test(caption);
}
