import type { Dropped } from '../artifact/format.js';
import type { PairInfo, Picture } from '../dataset.js';
import { CaptionSurvey, type CaptionReport } from './captions.js';
import { ClassSurvey, type ClassReport } from './classes.js';
import { DuplicateFinder, type DuplicateReport } from './duplicates.js';
import { PictureSurvey, type PictureReport } from './pictures.js';
import { WordTally } from './tally.js';

/** A pair that is looked at. */
export interface SurveyedPair extends PairInfo {
  /** As it is stored: resized and cropped. */
  readonly picture: Picture;
  /** The file that it was decoded from, where there is one. */
  readonly encoded: Uint8Array | null;
}

/** What there is to know of a data set. */
export interface DataReport {
  readonly pairs: number;
  readonly poisoned: number;
  readonly pictures: PictureReport;
  readonly captions: CaptionReport;
  readonly classes: ClassReport;
  readonly duplicates: DuplicateReport;
  readonly dropped: DroppedReport;
}

export interface DroppedReport {
  readonly total: number;
  readonly reasons: Readonly<Record<string, number>>;
  /** The first of them. */
  readonly examples: readonly Dropped[];
}

/** Gathers what there is to know of a data set, pair by pair; of each it holds some ten bytes and the id. */
export class Survey {
  private readonly pictures = new PictureSurvey();
  private readonly captions = new CaptionSurvey();
  private readonly classes = new ClassSurvey();
  private readonly duplicates = new DuplicateFinder();
  private readonly dropped = new DroppedSurvey();
  private pairs = 0;
  private poisoned = 0;

  async add({ id, captions, label, poisoned, picture, encoded }: SurveyedPair): Promise<void> {
    await this.pictures.add(picture, encoded);
    this.captions.add(captions);
    this.classes.add(label);
    this.duplicates.add(id, picture, captions);
    this.pairs++;
    if (poisoned) this.poisoned++;
  }

  drop(row: Dropped): void {
    this.dropped.add(row);
  }

  report(): DataReport {
    return {
      pairs: this.pairs,
      poisoned: this.poisoned,
      pictures: this.pictures.report(),
      captions: this.captions.report(),
      classes: this.classes.report(),
      duplicates: this.duplicates.report(),
      dropped: this.dropped.report(),
    };
  }
}

const shownDropped = 20;

class DroppedSurvey {
  private readonly reasons = new WordTally();
  private readonly examples: Dropped[] = [];
  private total = 0;

  add(row: Dropped): void {
    this.total++;
    this.reasons.add(row.reason);
    if (this.examples.length < shownDropped) this.examples.push(row);
  }

  report(): DroppedReport {
    return { total: this.total, reasons: this.reasons.record(), examples: this.examples };
  }
}
