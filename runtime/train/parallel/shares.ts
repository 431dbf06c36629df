/** Devices that share a batch, and its parts. */
interface Sharing {
  readonly devices: number;
  readonly parts: readonly number[];
}

/** The parts of a batch that a device computes: its number, and every `devices`th from there. */
export function partsOf({ device, devices, parts }: Sharing & { readonly device: number }): number[] {
  return parts.map((_, part) => part).filter((part) => part % devices === device);
}

/** How often all devices compute a part at the same time; in the last round some may have none. */
export function roundsOf({ devices, parts }: Sharing): number {
  return Math.ceil(parts.length / devices);
}
