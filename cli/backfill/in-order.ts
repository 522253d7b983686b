/**
 * Begins with one after the other, keeps as many under way as `width` says, and gives the ends in the same order.
 * What `begin` waits for holds up the next; what `end` waits for does not.
 */
export async function* inOrder<T, Begun, Ended>(
  all: Iterable<T>,
  width: number,
  begin: (one: T) => Promise<Begun>,
  end: (begun: Begun) => Promise<Ended>,
): AsyncGenerator<Ended> {
  const underWay: Begun[] = [];
  for (const one of all) {
    underWay.push(await begin(one));
    if (underWay.length < width) continue;
    for (const first of underWay.splice(0, 1)) yield await end(first);
  }
  for (const begun of underWay) yield await end(begun);
}
