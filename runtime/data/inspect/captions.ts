import { isAugmentable } from '../../augment/eda/clean.js';
import { createTokenizer } from '../../text/tokenizer.js';
import { fullVocabulary } from '../../text/vocabulary.js';
import { Tally, type Spread } from './tally.js';

export interface CaptionReport {
  readonly total: number;
  readonly perPicture: Spread | null;
  /** Unicode code points. */
  readonly characters: Spread | null;
  /** Parts between white space. */
  readonly words: Spread | null;
  /** CLIP's tokens, start and end included. */
  readonly tokens: Spread | null;
  /** Captions of more than 77 tokens: CLIP cuts them. */
  readonly long: number;
  /** Captions without a letter from a to z: EDA leaves them as they are. */
  readonly withoutWords: number;
}

/** What CLIP's text encoder reads at most. */
export const clipContext = 77;

export class CaptionSurvey {
  private readonly tokenizer = createTokenizer(fullVocabulary);
  private readonly perPicture = new Tally();
  private readonly characters = new Tally();
  private readonly words = new Tally();
  private readonly tokens = new Tally();
  private total = 0;
  private long = 0;
  private withoutWords = 0;

  add(captions: readonly string[]): void {
    this.perPicture.add(captions.length);
    for (const caption of captions) {
      this.total++;
      this.characters.add([...caption].length);
      this.words.add(caption.split(/\s+/).filter((word) => word !== '').length);
      const tokens = this.tokenizer.tokens(caption).length;
      this.tokens.add(tokens);
      if (tokens > clipContext) this.long++;
      if (!isAugmentable(caption)) this.withoutWords++;
    }
  }

  report(): CaptionReport {
    return {
      total: this.total,
      perPicture: this.perPicture.spread(),
      characters: this.characters.spread(),
      words: this.words.spread(),
      tokens: this.tokens.spread(),
      long: this.long,
      withoutWords: this.withoutWords,
    };
  }
}
