import type { Fail } from '../zip/read-zip.js';
import { Dictionary, type PickleValue } from './values.js';

/** The state of a pickle machine: the program's bytes and place, the stack with its marks, the memo. */
export class Stack {
  position: number;
  readonly #bytes: Buffer;
  #items: PickleValue[] = [];
  /** What lay under each mark. */
  readonly #marked: PickleValue[][] = [];
  readonly #memo = new Map<number, PickleValue>();

  constructor(
    bytes: Uint8Array,
    start: number,
    readonly fail: Fail,
  ) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = start;
  }

  /** The next bytes of the program. */
  take(count: number): Buffer {
    if (!(count >= 0 && this.position + count <= this.#bytes.length))
      return this.fail(`its pickle is cut off, or says that ${count} bytes follow`);
    this.position += count;
    return this.#bytes.subarray(this.position - count, this.position);
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  /** A line of text, as the oldest instructions have it. */
  line(): string {
    const end = this.#bytes.indexOf(10, this.position);
    if (end < 0) return this.fail('its pickle is cut off');
    const text = this.take(end - this.position).toString('utf8');
    this.position++;
    return text;
  }

  push(value: PickleValue): void {
    this.#items.push(value);
  }

  pop(): PickleValue {
    if (this.#items.length === 0) return this.fail('its pickle takes more than it gives');
    return this.#items.pop()!;
  }

  top(): PickleValue {
    if (this.#items.length === 0) return this.fail('its pickle takes more than it gives');
    return this.#items.at(-1)!;
  }

  mark(): void {
    this.#marked.push(this.#items);
    this.#items = [];
  }

  /** What was pushed since the last mark. */
  sinceMark(): PickleValue[] {
    const items = this.#items;
    this.#items = this.#marked.pop() ?? this.fail('its pickle ends a list that was not begun');
    return items;
  }

  remember(index: number = this.#memo.size): void {
    this.#memo.set(index, this.top());
  }

  recall(index: number): void {
    const value = this.#memo.get(index);
    this.push(value === undefined ? this.fail('its pickle refers to nothing') : value);
  }

  list(): PickleValue[] {
    const list = this.top();
    return Array.isArray(list) ? (list as PickleValue[]) : this.fail('its pickle adds to what is no list');
  }

  dictionary(): Dictionary {
    const dictionary = this.top();
    return dictionary instanceof Dictionary
      ? dictionary
      : this.fail('its pickle adds to what is no dictionary');
  }
}
