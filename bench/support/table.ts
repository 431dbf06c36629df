import type { Comparison, Form, Outcome } from './beside-torch.js';

/** What a row is called, and how many pictures a step of it takes. */
export interface Row {
  readonly cells: readonly string[];
  readonly pictures: number;
}

/** Prints comparisons as they come: in columns, or as a table of Markdown. */
export class Table {
  readonly #widths: readonly number[];

  constructor(
    labels: readonly (readonly [title: string, width: number])[],
    private readonly forms: readonly Form[],
    private readonly markdown: boolean,
  ) {
    const figures = ['expc pict./s', 'expc MB', ...forms.flatMap(formTitles)];
    const titles = [...labels.map(([title]) => title), ...figures];
    this.#widths = [...labels.map(([, width]) => width), ...figures.map(({ length }) => length)];
    this.#print(titles);
    if (markdown)
      console.log(`| ${titles.map((_, i) => (i < labels.length ? '---' : '---:')).join(' | ')} |`);
  }

  add({ cells, pictures }: Row, { ours, torch }: Comparison): void {
    const own =
      'error' in ours ? ['-', '-'] : [perSecond(pictures / ours.seconds), (ours.peakBytes / 1e6).toFixed(0)];
    this.#print([...cells, ...own, ...this.forms.flatMap((form) => ratios(ours, torch.get(form)!))]);
    for (const [side, one] of [['expc', ours] as const, ...torch])
      if ('error' in one) console.log(`${cells.join(', ')}: ${side}: ${one.error}`);
  }

  #print(cells: readonly string[]): void {
    const isText = (i: number) => i < this.#widths.length - 2 - 3 * this.forms.length;
    const padded = cells.map((cell, i) =>
      isText(i) ? cell.padEnd(this.#widths[i]!) : cell.padStart(this.#widths[i]!),
    );
    console.log(this.markdown ? `| ${cells.join(' | ')} |` : padded.join('  '));
  }
}

function perSecond(pictures: number): string {
  return pictures.toFixed(pictures < 20 ? 1 : 0);
}

/** Ratios below 1: expc is faster, or takes less. */
function formTitles(form: Form): string[] {
  return [`time / ${form}`, `processor time / ${form}`, `memory / ${form}`];
}

function ratios(ours: Outcome, torch: Outcome): string[] {
  if ('error' in ours || 'error' in torch) return ['-', '-', '-'];
  return [
    ours.seconds / torch.seconds,
    ours.cpuSeconds / torch.cpuSeconds,
    ours.peakBytes / torch.peakBytes,
  ].map((ratio) => ratio.toFixed(2));
}
