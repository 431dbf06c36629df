import type { AttackRecord } from '../artifact/format.js';
import type { Picture } from '../dataset.js';
import { stream } from '../../random/stream.js';
import type { SourceMonitor } from '../source.js';
import { attacksOn, rowsOf, type DataSubject } from './subject.js';
import { Survey, type DataReport, type SurveyedPair } from './survey.js';

/** A picture drawn for the contact sheet. */
export interface SheetPicture {
  readonly id: string;
  readonly caption: string;
  readonly label: string | null;
  readonly poisoned: boolean;
  readonly picture: Picture;
}

export interface Inspected {
  readonly report: DataReport & { readonly attacks: readonly AttackRecord[] };
  /** In the order of the data set. */
  readonly sheet: readonly SheetPicture[];
}

export interface InspectOptions {
  /** Pictures drawn for the contact sheet. */
  readonly sheet: number;
  readonly seed: number;
  /** Pairs looked at, the first ones. */
  readonly limit?: number;
}

/**
 * Looks at every pair of a data set once.
 *
 * @throws {StageFailure} when it cannot be read
 */
export async function inspectData(
  subject: DataSubject,
  { sheet, seed, limit = Infinity }: InspectOptions,
  monitor?: SourceMonitor,
): Promise<Inspected> {
  const survey = new Survey();
  const drawn = new SheetDraw(sheet, seed);
  let pairs = 0;
  for await (const row of rowsOf(subject, monitor)) {
    if ('dropped' in row) survey.drop(row.dropped);
    else {
      if (pairs >= limit) break;
      await survey.add(row.pair);
      drawn.offer(row.pair, pairs++);
    }
  }
  const attacks = subject.kind === 'folder' ? attacksOn(subject.folder) : [];
  return { report: { ...survey.report(), attacks }, sheet: drawn.taken() };
}

/**
 * Draws pictures at random (reservoir sampling, Vitter's algorithm R) while they pass by: half of them poisoned, where
 * there are so many.
 */
class SheetDraw {
  private readonly clean: Reservoir;
  private readonly poisoned: Reservoir;

  constructor(
    private readonly size: number,
    seed: number,
  ) {
    this.clean = new Reservoir(size, seed, 'clean');
    this.poisoned = new Reservoir(Math.ceil(size / 2), seed, 'poisoned');
  }

  offer(pair: SurveyedPair, number: number): void {
    (pair.poisoned ? this.poisoned : this.clean).offer(pair, number);
  }

  taken(): SheetPicture[] {
    const poisoned = this.poisoned.taken();
    const clean = this.clean.taken().slice(0, this.size - poisoned.length);
    return [...poisoned, ...clean].sort((a, b) => a.number - b.number).map(({ picture }) => picture);
  }
}

interface Drawn {
  readonly number: number;
  readonly picture: SheetPicture;
}

class Reservoir {
  private readonly random;
  private readonly held: Drawn[] = [];
  private seen = 0;

  constructor(
    private readonly size: number,
    seed: number,
    what: string,
  ) {
    this.random = stream(seed, `contact sheet, ${what}`);
  }

  offer({ id, captions, label, poisoned, picture }: SurveyedPair, number: number): void {
    const place = this.seen < this.size ? this.seen : this.random.int(this.seen + 1);
    this.seen++;
    if (place >= this.size) return;
    // The bytes may be part of a file's that is held.
    const copy = { ...picture, data: Uint8Array.from(picture.data) };
    const shown = { id, caption: captions[0]!, label, poisoned, picture: copy };
    this.held[place] = { number, picture: shown };
  }

  taken(): readonly Drawn[] {
    return this.held;
  }
}
