/**
 * Colours that people with any colour vision tell apart (Okabe & Ito, https://jfly.uni-koeln.de/color/), ordered so
 * that neighbours also differ in grey; vermilion is left out, because the start model is red.
 */
export const colors = ['#0072B2', '#E69F00', '#000000', '#CC79A7', '#009E73', '#56B4E9', '#8C6D1F'] as const;

/** Vega's symbols, ordered so that neighbours differ most. A length prime to that of `colors` gives 56 pairs. */
export const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z',
  'triangle-right',
] as const;

export const startColor = '#D7191C';

/** A five-pointed star in the square -1..1. */
export const star = starPath(5, 0.45);

/** The colour and shape of the i-th series. */
export function markOf(index: number): { color: string; shape: string } {
  return { color: colors[index % colors.length]!, shape: shapes[index % shapes.length]! };
}

function starPath(points: number, inner: number): string {
  const corners = Array.from({ length: 2 * points }, (_, i) => {
    const radius = i % 2 === 0 ? 1 : inner;
    const angle = (Math.PI * i) / points - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(3)},${(radius * Math.sin(angle)).toFixed(3)}`;
  });
  return `M${corners.join('L')}Z`;
}
