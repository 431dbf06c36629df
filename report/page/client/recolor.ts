/**
 * A Vega specification in dark colours: greys are turned over, deep colours lightened, others stay. Looks only where colours stand, so that a
 * series called "black" keeps its name. `keepMarks`: only axes, titles and legends are turned.
 */
export function recolored(spec: unknown, isDark: boolean, keepMarks = false): unknown {
  return isDark ? walk(spec, false, keepMarks) : structuredClone(spec);
}

const colorKey = /color|fill$|^fill|stroke$|background|^range$/i;
const other = /width|opacity|dash|cap|join|domain|data/i;

function walk(value: unknown, inColor: boolean, keepMarks: boolean): unknown {
  if (typeof value === 'string') return inColor ? turned(value) : value;
  if (Array.isArray(value)) return value.map((one) => walk(one, inColor, keepMarks));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (texts.has(key) || (keepMarks && (key === 'encode' || key === 'scales'))) return [key, inner];
      const here = (inColor && key !== 'scale') || (colorKey.test(key) && !other.test(key));
      return [key, walk(inner, here, keepMarks)];
    }),
  );
}

/** What holds labels and expressions, never a colour. */
const texts: ReadonlySet<string> = new Set(['domain', 'field', 'signal', 'test']);

/** `#222222` becomes `#dddddd`; what has a hue stays. */
export function turned(color: string): string {
  const named: Readonly<Record<string, string>> = {
    black: '#000000',
    white: '#ffffff',
    gray: '#808080',
    grey: '#808080',
  };
  const hex = named[color.toLowerCase()] ?? color;
  const digits = /^#([0-9a-f])\1\1$/i.test(hex) ? hex.slice(1).repeat(2) : hex.slice(1);
  if (!/^#[0-9a-f]{3}([0-9a-f]{3})?$/i.test(hex) || digits.length !== 6) return color;
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  if (Math.max(r, g, b) - Math.min(r, g, b) > 8) return isDim(r, g, b) ? lighter(r, g, b) : color;
  // Not quite to the ends: pure white on black glares.
  const grey = Math.round(232 - (r / 255) * (232 - 24));
  return `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
}

/** By relative luminance (WCAG 2.2, without the gamma's toe). */
function isDim(...rgb: readonly [number, number, number]): boolean {
  const [r, g, b] = rgb.map((channel) => (channel / 255) ** 2.2) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.2;
}

function lighter(...rgb: readonly number[]): string {
  return `#${rgb
    .map((channel) =>
      Math.round(channel + 0.22 * (255 - channel))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
