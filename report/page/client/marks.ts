import type { View } from 'vega';
import type { Datum } from './tooltip.js';

/** A mark of a drawn picture, with its place in the picture's element. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly datum: Datum;
  readonly tooltip: unknown;
}

interface SceneItem {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly opacity?: number;
  readonly tooltip?: unknown;
  readonly datum?: Datum;
  readonly items?: readonly Scene[];
}

interface Scene {
  readonly marktype: string;
  readonly role?: string;
  readonly items: readonly SceneItem[];
}

/** The marks that have something to tell, panel by panel from left to right. */
export function marksOf(view: View): Mark[] {
  const found: Mark[] = [];
  const [left, top] = view.origin();
  const padding = view.padding();
  const pad = typeof padding === 'number' ? { left: padding, top: padding } : padding;
  const visit = (scene: Scene, x: number, y: number): void => {
    const own: Mark[] = [];
    for (const item of scene.items) {
      if (scene.marktype === 'group') {
        for (const inner of item.items ?? []) visit(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      } else if (isTelling(scene, item)) {
        own.push({
          x: x + (item.x ?? 0) + (item.width ?? 0) / 2,
          y: y + (item.y ?? 0) + (item.height ?? 0) / 2,
          datum: item.datum ?? {},
          tooltip: item.tooltip,
        });
      }
    }
    found.push(...own.sort((a, b) => a.x - b.x || b.y - a.y));
  };
  const { root } = view.scenegraph() as unknown as { root: Scene };
  visit(root, left + (pad.left ?? 0), top + (pad.top ?? 0));
  return found;
}

function isTelling({ marktype, role }: Scene, { tooltip, opacity }: SceneItem): boolean {
  const drawn = marktype === 'symbol' || marktype === 'rect' || marktype === 'arc';
  return drawn && role === 'mark' && tooltip !== undefined && tooltip !== null && opacity !== 0;
}
