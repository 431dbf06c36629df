type Loose = Readonly<Record<string, unknown>>;

/**
 * Whether a manifest has what readers rely on, as far as it is of this form: what a stage wrote has all of it, and what
 * was damaged since may have anything.
 */
export function hasShape(kind: 'dataset' | 'poison' | 'subset', manifest: unknown): boolean {
  if (!isMap(manifest) || !isCount(manifest.size)) return false;
  if (kind === 'dataset') return isDataset(manifest);
  if (typeof manifest.base !== 'string') return false;
  return kind === 'subset' ? isSubset(manifest) : isPoison(manifest);
}

function isDataset({ classes, bytes, captions, dropped, pictures }: Loose): boolean {
  const isClass = (one: unknown): boolean => isMap(one) && typeof one.name === 'string' && isCount(one.pairs);
  return (
    Array.isArray(classes) &&
    classes.every(isClass) &&
    isMap(bytes) &&
    isCount(bytes.pictures) &&
    isCount(bytes.pairs) &&
    isCount(captions) &&
    isMap(dropped) &&
    isCount(dropped.total) &&
    isMap(dropped.reasons) &&
    (pictures === undefined || isKept(pictures))
  );
}

function isKept(pictures: unknown): boolean {
  return isMap(pictures) && typeof pictures.form === 'string' && typeof pictures.root === 'string';
}

function isSubset({ indices }: Loose): boolean {
  return indices === undefined || (Array.isArray(indices) && indices.every(isCount));
}

function isPoison({ bytes, poisoned, count, others }: Loose): boolean {
  return (
    isMap(bytes) &&
    isCount(bytes.pictures) &&
    isCount(count) &&
    (others === undefined || Array.isArray(others)) &&
    Array.isArray(poisoned) &&
    poisoned.every(
      (one) =>
        isMap(one) &&
        [one.index, one.offset, one.width, one.height].every(isCount) &&
        typeof one.id === 'string' &&
        Array.isArray(one.captions),
    )
  );
}

function isMap(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
