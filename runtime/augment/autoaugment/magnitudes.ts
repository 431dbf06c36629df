import type { OperationName } from './operations.js';

/** Strength of an operation at an index 0..9, as torchvision's AutoAugment has it. */
export interface Magnitudes {
  /** Null: the operation takes no magnitude. */
  readonly values: readonly number[] | null;
  /** Whether the sign is drawn. */
  readonly signed: boolean;
}

const BINS = 10;

const enhancement = signed(linspace(0, 0.9));
const none: Magnitudes = { values: null, signed: false };

const fixedMagnitudes = {
  ShearX: signed(linspace(0, 0.3)),
  ShearY: signed(linspace(0, 0.3)),
  Rotate: signed(linspace(0, 30)),
  Brightness: enhancement,
  Color: enhancement,
  Contrast: enhancement,
  Sharpness: enhancement,
  Posterize: unsigned(Array.from({ length: BINS }, (_, i) => 8 - Math.round(i / ((BINS - 1) / 4)))),
  Solarize: unsigned(linspace(255, 0)),
  AutoContrast: none,
  Equalize: none,
  Invert: none,
} as const;

function signed(values: readonly number[]): Magnitudes {
  return { values, signed: true };
}

function unsigned(values: readonly number[]): Magnitudes {
  return { values, signed: false };
}

/** The magnitudes of every operation for pictures of a size. */
export function magnitudesFor(width: number, height: number): Readonly<Record<OperationName, Magnitudes>> {
  return {
    ...fixedMagnitudes,
    get TranslateX() {
      return signed(linspace(0, (150 / 331) * width));
    },
    get TranslateY() {
      return signed(linspace(0, (150 / 331) * height));
    },
  };
}

/** `torch.linspace(start, end, 10)` in float32: counted from both ends. */
function linspace(start: number, end: number): number[] {
  const { fround } = Math;
  const [first, last] = [fround(start), fround(end)];
  const step = fround(fround(last - first) / (BINS - 1));
  return Array.from({ length: BINS }, (_, i) =>
    i < BINS / 2 ? fround(first + step * i) : fround(last - step * (BINS - 1 - i)),
  );
}
