/** Open diamonds with their names beside them: nobody takes a reference value for a result. */
export function referenceLayers(position: object): object[] {
  const transform = [{ filter: { field: 'kind', equal: 'reference' } }];
  return [
    {
      transform,
      mark: { type: 'point', shape: 'diamond', filled: false, size: 90, stroke: '#333333', strokeWidth: 1.5 },
      encoding: { ...position, tooltip: [{ field: 'series', title: 'reference' }] },
    },
    {
      transform,
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 9, color: '#333333' },
      encoding: { ...position, text: { field: 'series' } },
    },
  ];
}

/** A dashed line across a panel with its name on it. `y` is the encoding of the value. */
export function referenceLines(y: object): object[] {
  const transform = [{ filter: { field: 'kind', equal: 'reference' } }];
  return [
    { transform, mark: { type: 'rule', strokeDash: [5, 4], color: '#333333' }, encoding: { y } },
    {
      transform,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dx: -2, dy: -2, color: '#333333' },
      encoding: { y, x: { value: 'width' }, text: { field: 'series' } },
    },
  ];
}
