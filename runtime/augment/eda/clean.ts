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

/** Whether EDA can do anything with a caption: it has a letter from a to z. */
export function isAugmentable(caption: string): boolean {
  return wordsOf(caption).length > 0;
}
