import type { Style } from '../../schema/generated/resolved.js';

/**
 * Colours that people with any colour vision tell apart (Okabe & Ito, https://jfly.uni-koeln.de/color/), ordered so
 * that neighbours also differ in grey; vermilion is left out, because the start model is red.
 */
export const colors = ['#0072B2', '#E69F00', '#000000', '#CC79A7', '#009E73', '#56B4E9', '#8C6D1F'] as const;

const cross = 'M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z';

/** Vega's symbols, ordered so that neighbours differ most. A length prime to that of `colors` gives 56 pairs. */
export const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  cross,
  'triangle-right',
] as const;

/** A five-pointed star in the square -1..1. */
export const star = polygon(10, (i) => (i % 2 === 0 ? 1 : 0.45));

/** Shapes that the language names and Vega does not. */
const drawn: Readonly<Record<string, string>> = { x: cross, pentagon: polygon(5, () => 1) };

/** How one series looks. */
export interface Mark {
  readonly color: string;
  readonly shape: string;
}

/** The colour and shape of the i-th series, or those that the style gives one of its names. */
export function markOf(index: number, style?: Style, names: readonly string[] = []): Mark {
  const own = names.flatMap((name) => style?.marks?.[name] ?? [])[0];
  const among = <T>(list: readonly T[]): T => list[index % list.length]!;
  const shape = own?.shape ?? among(style?.shapes ?? shapes);
  return { color: own?.color ?? among(style?.colors ?? colors), shape: drawn[shape] ?? shape };
}

function polygon(corners: number, radius: (corner: number) => number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners - Math.PI / 2;
    return `${(radius(i) * Math.cos(angle)).toFixed(3)},${(radius(i) * Math.sin(angle)).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}
