import type { Overflow } from '../../schema/generated/resolved.js';

/**
 * Arithmetic of triggers: as the study's tensors, values are float32 in 0..1 and bytes are made of them by cutting
 * off the fraction of 255 * value.
 */
const { fround } = Math;

/** Byte -> value. */
export const valueOf = Float32Array.from({ length: 256 }, (_, level) => level / 255);

/** Value -> byte. Outside of 0..1, `clamp` cuts off and `wrap` counts on modulo 256, as casting to a byte did. */
export function levelOf(value: number, overflow: Overflow): number {
  const level = Math.trunc(fround(255 * value));
  return overflow === 'wrap' ? level & 255 : Math.min(Math.max(level, 0), 255);
}

/** clip(opacity * trigger + (1 - opacity) * picture) of one byte. */
export function blend(level: number, trigger: number, opacity: number): number {
  const [share, rest] = [fround(opacity), fround(1 - opacity)];
  const sum = fround(fround(share * trigger) + fround(rest * valueOf[level]!));
  return levelOf(Math.min(Math.max(sum, 0), 1), 'clamp');
}

/** Mean of each channel of RGB bytes, as float32 values. */
export function channelMeans(data: Uint8Array): readonly [number, number, number] {
  let [red, green, blue] = [0, 0, 0];
  for (let i = 0; i < data.length; i += 3) {
    red += data[i]!;
    green += data[i + 1]!;
    blue += data[i + 2]!;
  }
  const scale = 255 * (data.length / 3);
  return [fround(red / scale), fround(green / scale), fround(blue / scale)];
}
