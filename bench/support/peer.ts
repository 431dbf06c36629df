import { createInterface } from 'node:readline';
import { execa } from 'execa';

/** A program that answers one line of JSON for each line of JSON: either side of a comparison. */
export class Peer<Request, Answer> {
  readonly #process;
  readonly #lines;

  constructor(
    readonly name: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    this.#process = execa(command, args, {
      stdin: 'pipe',
      stdout: 'pipe',
      stderr: 'inherit',
      buffer: false,
      env,
    });
    this.#process.catch(() => undefined); // a peer that dies is noticed by the answer that does not come
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  async ask(request: Request): Promise<Answer> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`${this.name} died`);
    return JSON.parse(line.value) as Answer;
  }

  /** Lets it end by itself. */
  stop(): void {
    this.#process.stdin.end();
  }

  /** Ends it whatever it does. */
  kill(): void {
    this.#process.kill();
  }
}

/** Middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
