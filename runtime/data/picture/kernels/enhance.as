/** Mixtures of a picture with a poorer one, as Pillow's ImageEnhance makes them (see augment/autoaugment/enhance.ts). */

/** Four bytes of sixteen, as float32. */
// @ts-ignore: decorator
@inline
function floats(words: v128): v128 {
  return f32x4.convert_i32x4_s(words);
}

/** poorer + alpha * (bytes - poorer), all int32; the fraction is cut off. */
// @ts-ignore: decorator
@inline
function mixed(poorer: v128, bytes: v128, alpha: v128): v128 {
  const share = f32x4.mul(alpha, floats(i32x4.sub(bytes, poorer)));
  return i32x4.trunc_sat_f32x4_s(f32x4.add(floats(poorer), share));
}

/**
 * Pillow's Image.blend of bytes, in float32, clipped. Reads and writes up to 15 bytes behind the end.
 *
 * @param count of bytes
 */
export function blend(poorer: usize, picture: usize, alpha: f32, count: i32, target: usize): void {
  const factor = f32x4.splat(alpha);
  for (let i = 0; i < count; i += 16) {
    const a = v128.load(poorer + i);
    const b = v128.load(picture + i);
    const a0 = i16x8.extend_low_i8x16_u(a);
    const a1 = i16x8.extend_high_i8x16_u(a);
    const b0 = i16x8.extend_low_i8x16_u(b);
    const b1 = i16x8.extend_high_i8x16_u(b);
    const v0 = mixed(i32x4.extend_low_i16x8_u(a0), i32x4.extend_low_i16x8_u(b0), factor);
    const v1 = mixed(i32x4.extend_high_i16x8_u(a0), i32x4.extend_high_i16x8_u(b0), factor);
    const v2 = mixed(i32x4.extend_low_i16x8_u(a1), i32x4.extend_low_i16x8_u(b1), factor);
    const v3 = mixed(i32x4.extend_high_i16x8_u(a1), i32x4.extend_high_i16x8_u(b1), factor);
    const low = i16x8.narrow_i32x4_s(v0, v1);
    const high = i16x8.narrow_i32x4_s(v2, v3);
    v128.store(target + i, i8x16.narrow_i16x8_u(low, high));
  }
}

/** Each pixel's luma (ITU-R 601-2 in Pillow's fixed point), three times. Writes one byte behind the end. */
export function grey(picture: usize, pixels: i32, target: usize): void {
  for (let i = 0; i < pixels; i++) {
    const level =
      (<i32>load<u8>(picture) * 19595 + <i32>load<u8>(picture, 1) * 38470 + <i32>load<u8>(picture, 2) * 7471 + 0x8000) >>
      16;
    store<i32>(target, level * 0x10101);
    picture += 3;
    target += 3;
  }
}

/** Eight bytes as int16. */
// @ts-ignore: decorator
@inline
function eight(at: usize): v128 {
  return v128.load8x8_u(at);
}

/** Four sums of weights 13 -> their rounded mean. No sum lies halfway between two levels. */
// @ts-ignore: decorator
@inline
function thirteenth(sums: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.div(floats(sums), f32x4.splat(13)), f32x4.splat(0.5)));
}

/**
 * Pillow's SMOOTH filter on the inside of a picture: 3x3, the centre counts 5 of 13. The target holds a copy of the
 * picture before: the border stays, of which up to 7 bytes behind the inside are put back.
 */
export function smooth(picture: usize, stride: i32, rows: i32, target: usize): void {
  for (let y = 1; y < rows - 1; y++) {
    const end = (y + 1) * stride - 3;
    for (let i = y * stride + 3; i < end; i += 8) {
      const at = picture + i;
      const above = i16x8.add(i16x8.add(eight(at - stride - 3), eight(at - stride)), eight(at - stride + 3));
      const below = i16x8.add(i16x8.add(eight(at + stride - 3), eight(at + stride)), eight(at + stride + 3));
      const centre = i16x8.mul(eight(at), i16x8.splat(5));
      const beside = i16x8.add(i16x8.add(eight(at - 3), centre), eight(at + 3));
      const sums = i16x8.add(i16x8.add(above, beside), below);
      const words = i16x8.narrow_i32x4_s(
        thirteenth(i32x4.extend_low_i16x8_u(sums)),
        thirteenth(i32x4.extend_high_i16x8_u(sums)),
      );
      v128.store64_lane(target + i, i8x16.narrow_i16x8_u(words, words), 0);
    }
    memory.copy(target + end, picture + end, 8);
  }
}
