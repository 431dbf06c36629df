import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Columns } from '../columns.js';
import type { Legend } from '../figures/legend.js';
import { watchBrush } from './brush.js';
import { runLink } from './dom.js';
import { walkable } from './keyboard.js';
import { drawLegend } from './legend.js';
import { onPart, part, toRows } from './parts.js';
import { recolored } from './recolor.js';
import { saveButtons } from './save.js';
import { isDark, onTheme } from './theme.js';
import { hideTooltip, showTooltip, type Datum } from './tooltip.js';

/** What the page carries of a picture: see figures/interactive.ts. */
interface Drawing {
  readonly variants: readonly { readonly width: number; readonly columns: number; readonly spec: object }[];
  readonly rows: Columns;
  readonly legend: Legend | null;
  readonly colorIsValue: boolean;
  readonly brush: { readonly x: string; readonly y: string } | null;
}

/** SVG prints best; canvas holds more marks. */
const mostSvgMarks = 1500;

/** A place where a picture is drawn, and drawn again when its data, the colours or the room change. */
export class Plot {
  private view: View | null = null;
  private readonly hidden = new Set<string>();
  private width = 0;
  private drawing = false;
  private again = false;

  constructor(private readonly box: HTMLElement) {
    const canvas = this.find('.view');
    walkable(canvas, this.find('.picked'), () => this.view);
    onPart(this.name, () => this.draw());
    onTheme(() => this.draw());
    let settled = 0;
    const resized = () => {
      const { clientWidth } = canvas;
      if (clientWidth > 0 && this.width > 0 && Math.abs(clientWidth - this.width) > 40) this.draw();
    };
    new ResizeObserver(() => {
      clearTimeout(settled);
      settled = setTimeout(resized, 150);
    }).observe(canvas);
  }

  private get name(): string {
    return this.box.dataset['plot']!;
  }

  private find(selector: string): HTMLElement {
    return this.box.querySelector<HTMLElement>(selector)!;
  }

  /** Draws, or draws once more when that is going on. */
  draw(): void {
    this.again = this.drawing;
    if (this.drawing || !this.box.isConnected) return;
    this.drawing = true;
    void this.drawNow()
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.drawing = false;
        if (this.again) this.draw();
      });
  }

  private async drawNow(): Promise<void> {
    const found = part<Drawing>(this.name);
    if (found === undefined) return;
    const canvas = this.find('.view');
    this.width = canvas.clientWidth;
    const variant = found.variants.find(({ width }) => width <= this.width) ?? found.variants.at(-1)!;
    const rows = toRows(found.rows);
    const spec = recolored(variant.spec, isDark(), found.colorIsValue) as Spec;
    fit(spec, variant.columns, this.width);
    const view = new View(parse(spec, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: found.rows.n > mostSvgMarks ? 'canvas' : 'svg',
      hover: false,
      tooltip: (_handler, event, item, value) =>
        tell(event, item as { datum?: Datum; opacity?: number } | null, value),
      logLevel: 0,
    });
    if (found.rows.n > 0) view.data('page_rows', rows);
    if (found.legend !== null && this.hidden.size > 0) view.signal('hidden_series', [...this.hidden]);
    const before = this.view;
    canvas.replaceChildren();
    before?.finalize();
    view.initialize(canvas);
    this.view = view;
    if (found.legend !== null) {
      drawLegend(this.find('.legend'), found.legend, this.hidden, () => {
        void view.signal('hidden_series', [...this.hidden]).runAsync();
      });
    }
    if (found.brush !== null) watchBrush(view, found.brush, rows, this.find('.picked'));
    view.addEventListener('click', (_event, item) => {
      const run = (item?.datum as Datum | undefined)?.run;
      if (typeof run === 'string') location.hash = runLink(run);
    });
    await view.runAsync();
    saveButtons(this.box, view);
    this.box.dataset['drawn'] = String(Number(this.box.dataset['drawn'] ?? 0) + 1);
    if (performance.getEntriesByName('first-figure').length === 0) performance.mark('first-figure');
  }

  private fail(error: unknown): void {
    this.find('.picked').textContent =
      `This figure cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
    console.error(error);
  }
}

function tell(event: Event, item: { datum?: Datum; opacity?: number } | null, value: unknown): void {
  if (value === null || value === undefined || value === '' || item?.opacity === 0.001) {
    hideTooltip();
    return;
  }
  const { clientX, clientY } = event as MouseEvent;
  showTooltip(value, item?.datum ?? {}, clientX, clientY);
}

/** Panels take the room there is, within reason. */
function fit(spec: Spec, columns: number, room: number): void {
  const fitting = (width: number) =>
    Math.round(
      Math.max(150, Math.min((room - 70) / columns - 26, Math.max(width * 1.4, columns === 1 ? 620 : 0))),
    );
  const panels = spec.signals?.find(({ name }) => name === 'child_width') as { value?: unknown } | undefined;
  if (typeof panels?.value === 'number') panels.value = fitting(panels.value);
  else if (typeof spec.width === 'number') spec.width = fitting(spec.width);
}
