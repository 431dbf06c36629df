import type { SigTrigger } from '../../../schema/generated/resolved.js';
import type { Picture } from '../../data/dataset.js';
import { blend } from '../levels.js';
import { defineTrigger, type Trigger } from '../trigger.js';

/**
 * A sinusoid over the columns, the same in every row and channel, mixed in
 * (Barni et al., "A new backdoor attack in CNNs by training set corruption", arXiv 1902.11237).
 */
export function sig({ amplitude, frequency, opacity }: SigTrigger): Trigger {
  return defineTrigger<null>({
    description: `sinusoid of ${frequency} periods, amplitude ${amplitude}, blended in at ${opacity}`,
    draw: () => null,
    paint: (picture) => paintSig(picture, amplitude, frequency, opacity),
  });
}

function paintSig(picture: Picture, amplitude: number, frequency: number, opacity: number): Picture {
  const { width } = picture;
  const wave = Float32Array.from(
    { length: width },
    (_, column) => (amplitude / 255) * Math.sin((2 * Math.PI * frequency * column) / width),
  );
  const data = Uint8Array.from(picture.data, (level, i) =>
    blend(level, wave[Math.floor(i / 3) % width]!, opacity),
  );
  return { ...picture, data };
}
