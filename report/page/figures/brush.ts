import { encodingOf, fieldOf, isComputed, markOf, unitsOf, type Encoding, type Spec } from './spec.js';

/** Fields of the two axes along which a part of a picture can be marked with the mouse. */
export interface Brush {
  readonly x: string;
  readonly y: string;
}

/** Lets a part of the points be marked with the mouse. */
export function addBrush(spec: Spec): Brush | null {
  const unit = unitsOf(spec).find((one) =>
    ['point', 'circle', 'square'].includes(String(markOf(one)['type'])),
  );
  if (unit === undefined || 'params' in unit) return null;
  const encoding = encodingOf(unit);
  const [x, y] = [fieldOf(encoding, 'x'), fieldOf(encoding, 'y')];
  const isPlain = [encoding['x'], encoding['y']].every((channel) => channel?.['type'] === 'quantitative');
  if (x === null || y === null || !isPlain || isComputed(unit)) return null;
  const mark = { fill: '#808080', fillOpacity: 0.12, stroke: '#808080', strokeDash: [4, 3], cursor: 'move' };
  dimOutside(encoding, markOf(unit));
  unit['params'] = [{ name: 'brush', select: { type: 'interval', resolve: 'global', mark } }];
  return { x, y };
}

/** What lies outside the rectangle fades, where opacity says nothing else. */
function dimOutside(encoding: Encoding, mark: Spec): void {
  const { opacity = { value: mark['opacity'] ?? 1 } } = encoding;
  if ('field' in opacity) return;
  const conditions = [opacity['condition'] ?? []].flat();
  encoding['opacity'] = {
    condition: [...conditions, { param: 'brush', value: opacity['value'] }],
    value: 0.08,
  };
}
