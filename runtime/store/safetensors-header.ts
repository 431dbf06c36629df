import { elementBytes, elements, type ArrayType } from './array.js';

export interface HeaderEntry {
  readonly name: string;
  readonly dtype: ArrayType;
  readonly shape: readonly number[];
  /** Range of the array's bytes, counted from the end of the header. */
  readonly begin: number;
  readonly end: number;
}

type Fail = (reason: string) => never;

/**
 * Reads and checks a safetensors header: every array's bytes are where they are said to be, and together they are
 * the whole of the data, without holes and overlaps. Entries come in the order of the data.
 *
 * @param size bytes of data after the header
 */
export function parseHeader(bytes: Buffer, size: number, fail: Fail): readonly HeaderEntry[] {
  const header = parseJson(bytes, fail);
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => parseEntry(name, entry, fail))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let end = 0;
  for (const entry of entries) {
    if (entry.begin < end) fail(`the data of "${entry.name}" overlap those of another array`);
    if (entry.begin > end) fail(`bytes ${end} to ${entry.begin} of the data belong to no array`);
    end = entry.end;
  }
  if (end > size)
    fail(`its arrays take ${end} bytes, and only ${size} follow the header; the file is cut off`);
  if (end < size) fail(`${size - end} bytes follow the last array`);
  return entries;
}

function parseJson(bytes: Buffer, fail: Fail): object {
  const text = bytes.toString('utf8');
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    return fail('its header is not JSON');
  }
  if (!isObject(header)) return fail('its header is not a JSON object');
  const twice = duplicateKey(text);
  if (twice !== null) fail(`its header has "${twice}" twice`);
  return header;
}

function parseEntry(name: string, entry: unknown, fail: Fail): HeaderEntry {
  if (!isObject(entry)) return fail(`the header's entry of "${name}" is not an object`);
  const { dtype, shape, data_offsets: offsets } = entry as Record<string, unknown>;
  if (!isArrayType(dtype)) return fail(`"${name}" has the unknown type ${JSON.stringify(dtype)}`);
  if (!isCounts(shape)) return fail(`"${name}" has no valid shape: ${JSON.stringify(shape)}`);
  if (!isCounts(offsets) || offsets.length !== 2) {
    return fail(`"${name}" has no valid data_offsets: ${JSON.stringify(offsets)}`);
  }
  const [begin, end] = offsets as [number, number];
  const expected = elements(shape) * elementBytes[dtype];
  if (!Number.isSafeInteger(expected)) fail(`"${name}" has an impossible size: [${shape.join(', ')}]`);
  if (end - begin !== expected) {
    fail(`"${name}" has ${end - begin} bytes, and ${dtype} [${shape.join(', ')}] takes ${expected}`);
  }
  return { name, dtype, shape, begin, end };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArrayType(value: unknown): value is ArrayType {
  return typeof value === 'string' && Object.hasOwn(elementBytes, value);
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
}

/** A key that some object of a valid JSON text has twice, which JSON.parse passes over. */
function duplicateKey(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [token, key] of json.matchAll(/[{}]|("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (key !== undefined) {
      const name = JSON.parse(key) as string;
      const keys = open.at(-1)!;
      if (keys.has(name)) return name;
      keys.add(name);
    }
  }
  return null;
}
