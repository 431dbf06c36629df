/** Results of `work` on each item, in the items' order, with at most `ahead` items being worked on. */
export async function* mapInOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      result.catch(() => undefined); // It may fail before its turn comes.
      running.push(result);
      if (running.length >= ahead) yield await running.shift()!;
    }
    while (running.length > 0) yield await running.shift()!;
  } finally {
    // Whoever stops early must not leave rejections that nobody looks at.
    await Promise.allSettled(running);
  }
}
