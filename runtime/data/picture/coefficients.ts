/** Filters of Pillow. */
export type Filter = 'bilinear' | 'bicubic';

/** Weights of a resampling along one direction, in fixed point. */
export interface Coefficients {
  /** Coefficients of one output position; unused ones at the end are 0. */
  readonly size: number;
  /** First input position of each output position. */
  readonly first: Int32Array;
  /** Number of input positions of each output position. */
  readonly count: Int32Array;
  readonly weights: Int32Array;
}

/** Bits of the weights' fraction. */
export const PRECISION_BITS = 22;

/** Keys' cubic convolution kernel with a = -0.5 (IEEE Trans. ASSP 29, 1981), as Pillow writes it. */
function bicubic(value: number): number {
  const a = -0.5;
  const x = Math.abs(value);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
  return 0;
}

interface Kernel {
  readonly weight: (value: number) => number;
  /** Beyond this distance weights are 0. */
  readonly support: number;
}

const kernels: Readonly<Record<Filter, Kernel>> = {
  bilinear: { weight: (value) => Math.max(0, 1 - Math.abs(value)), support: 1 },
  bicubic: { weight: bicubic, support: 2 },
};

/** Pillow's weights from `from` to `to` positions (libImaging/Resample.c, precompute_coeffs and normalize_coeffs_8bpc). */
export function coefficients(from: number, to: number, filter: Filter): Coefficients {
  const kernel = kernels[filter];
  const scale = from / to;
  const filterScale = Math.max(scale, 1);
  const support = kernel.support * filterScale;
  const size = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Int32Array(to * size);
  const inverse = 1 / filterScale;
  for (let i = 0; i < to; i++) {
    const center = (i + 0.5) * scale;
    const low = Math.max(Math.trunc(center - support + 0.5), 0);
    const high = Math.min(Math.trunc(center + support + 0.5), from);
    const raw = Array.from({ length: high - low }, (_, k) =>
      kernel.weight((k + low - center + 0.5) * inverse),
    );
    let sum = 0;
    for (const weight of raw) sum += weight;
    raw.forEach((weight, k) => {
      const share = (sum === 0 ? weight : weight / sum) * (1 << PRECISION_BITS);
      weights[i * size + k] = Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
    });
    first[i] = low;
    count[i] = high - low;
  }
  return { size, first, count, weights };
}
