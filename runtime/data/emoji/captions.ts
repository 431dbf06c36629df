import { choice, permutation, type Stream } from '../../random/stream.js';
import type { Emoji } from './catalogue.js';

/** Captions with the class name alone. Like those of zero-shot evaluation, so that the class name is what is learned. */
const plain = [
  'a photo of a {}.',
  'a picture of a {}.',
  'a drawing of a {}.',
  'an illustration of a {}.',
  'an image of a {}.',
  'a cartoon {}.',
  'an icon of a {}.',
  'a small picture of a {}.',
  'the {}.',
  'a {}.',
  'this is a {}.',
  'a clean drawing of a {}.',
] as const;

/** Captions that say more than the class name; `[]` stands for one describing word. */
const described = [
  'a picture of a {}, {word}.',
  'a drawing of a {} ({word}).',
  '{word}: a {}.',
  'a {}, {word} and {word}.',
  'an icon of a {} for {word}.',
] as const;

/** Share of captions that use describing words, where the emoji has any. */
const DESCRIBED = 0.3;

/**
 * `count` captions of an emoji, without repeats as long as there are enough: its name in a template, often with words
 * that describe it. Every caption has the name.
 */
export function captionsOf(emoji: Emoji, count: number, random: Stream): string[] {
  const captions: string[] = [];
  for (let tries = 0; captions.length < count; tries++) {
    const caption = drawCaption(emoji, random);
    if (tries >= 20 * count || !captions.includes(caption)) captions.push(caption);
  }
  return captions;
}

function drawCaption({ label, words }: Emoji, random: Stream): string {
  const describe = random.float() < DESCRIBED;
  const template = choice(random, describe && words.length > 0 ? described : plain);
  const order = permutation(random, words.length);
  let used = 0;
  return template
    .replaceAll('{word}', () => words[order[used++ % words.length]!]!)
    .replace('{}', () => label);
}
