import type { ImageEncoder, TextEncoder } from '../../../schema/generated/resolved.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Locate, Rule } from './rule.js';

/** The sizes of the model's parts divide each other as its layers need. */
export const modelSizesFit: Rule = {
  name: 'modelSizesFit',
  reads: ['model.image', 'model.text'],
  check: ({ model }, locate) => [...image(model.image, locate), ...text(model.text, locate)],
};

function image(encoder: ImageEncoder, locate: Locate): Diagnostic[] {
  const origin = (key: string) => locate(['model', 'image', key]);
  if (encoder.kind === 'vit') {
    const { resolution, patch, width } = encoder;
    const found: Diagnostic[] = [];
    if (resolution % patch !== 0)
      found.push(
        problem('EXPC411', `patches of ${patch} px do not tile pictures of ${resolution} px`, {
          origin: origin('patch'),
        }),
      );
    return [...found, ...headsDivide('image', width, encoder.heads, locate)];
  }
  const { layers, resolution, width } = encoder;
  // The stem strides by 4; every stage after the first halves the side.
  const stride = 4 * 2 ** (layers.length - 1);
  const found: Diagnostic[] = [];
  if (resolution % stride !== 0)
    found.push(
      problem('EXPC411', `a picture of ${resolution} px cannot be halved evenly by ${layers.length} stages`, {
        origin: origin('resolution'),
        hint: `use a multiple of ${stride}`,
      }),
    );
  // The bottleneck expands by 4, and every stage after the first doubles the width.
  const channels = width * 2 ** (layers.length - 1) * 4;
  if (encoder.heads !== undefined && channels % encoder.heads !== 0)
    found.push(
      problem('EXPC411', `${encoder.heads} heads do not divide the ${channels} channels of the last stage`, {
        origin: origin('heads'),
      }),
    );
  return found;
}

function text(encoder: TextEncoder, locate: Locate): Diagnostic[] {
  return headsDivide('text', encoder.width, encoder.heads, locate);
}

function headsDivide(
  part: 'image' | 'text',
  width: number,
  heads: number | undefined,
  locate: Locate,
): Diagnostic[] {
  const count = heads ?? width / 64;
  if (count >= 1 && Number.isInteger(count) && width % count === 0) return [];
  return [
    problem(
      'EXPC411',
      heads === undefined
        ? `a width of ${width} is no multiple of 64, so the default of width / 64 heads does not exist`
        : `${heads} heads do not divide a width of ${width}`,
      {
        origin: locate(['model', part, heads === undefined ? 'width' : 'heads']),
        hint: heads === undefined ? 'give `heads`' : 'choose a divisor of the width',
      },
    ),
  ];
}
