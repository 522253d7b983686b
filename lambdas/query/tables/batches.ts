/** The same things in handfuls of this size, the last one smaller; none is empty. */
export async function* batches<T>(
  source: AsyncIterable<readonly T[]>,
  size: number,
): AsyncGenerator<T[], undefined> {
  let held: T[] = [];
  for await (const some of source) {
    for (const one of some) {
      held.push(one);
      if (held.length < size) continue;
      yield held;
      held = [];
    }
  }
  if (held.length > 0) yield held;
}
