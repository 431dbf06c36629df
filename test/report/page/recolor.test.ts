import { describe, expect, it } from 'vitest';
import { recolored, turned } from '../../../report/page/client/recolor.js';

describe('turned', () => {
  it('turns greys over, so that what was dark is bright', () => {
    expect(turned('#000000')).toBe('#e8e8e8');
    expect(turned('black')).toBe('#e8e8e8');
    expect(turned('#fff')).toBe('#181818');
    expect(turned('#e4e4e4')).toBe('#2e2e2e');
  });

  it('lightens deep colours and keeps light ones, and what is no colour', () => {
    expect(turned('#0072B2')).not.toBe('#0072B2');
    expect(turned('#E69F00')).toBe('#E69F00');
    for (const text of ['transparent', 'M0,-1L1,1Z', 'circle', 'blues', '']) expect(turned(text)).toBe(text);
  });
});

describe('recolored', () => {
  const spec = {
    background: 'white',
    data: [{ name: 'black', values: [{ series: 'black' }] }],
    scales: [{ name: 'color', domain: ['black', 'white'], range: ['#000000', '#0072B2'] }],
    marks: [
      {
        encode: {
          update: { fill: [{ test: "datum.x === 'black'", value: '#222222' }], text: { value: 'black' } },
        },
      },
    ],
    axes: [{ labelColor: '#222222', title: 'black', gridWidth: 1 }],
  };

  it('changes colours only: labels called black stay', () => {
    const dark = recolored(spec, true) as typeof spec;
    expect(dark.axes[0]).toEqual({ labelColor: '#cccccc', title: 'black', gridWidth: 1 });
    expect(dark.data).toEqual(spec.data);
    expect(dark.scales[0]!.domain).toEqual(['black', 'white']);
    expect(dark.scales[0]!.range[0]).toBe('#e8e8e8');
    expect(dark.marks[0]!.encode.update.text).toEqual({ value: 'black' });
    expect(dark.marks[0]!.encode.update.fill[0]!.value).not.toBe('#222222');
    expect(dark.marks[0]!.encode.update.fill[0]!.test).toBe("datum.x === 'black'");
  });

  it('leaves marks and scales alone where colours are values', () => {
    const dark = recolored(spec, true, true) as typeof spec;
    expect(dark.marks).toEqual(spec.marks);
    expect(dark.scales).toEqual(spec.scales);
    expect(dark.axes[0]!.labelColor).toBe('#cccccc');
  });

  it('changes nothing in light, but gives a copy', () => {
    const light = recolored(spec, false);
    expect(light).toEqual(spec);
    expect(light).not.toBe(spec);
  });
});
