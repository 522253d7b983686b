import type { Span } from './span.ts';

/** The last of spans in order (none within another) that ends at or before a place; -1 where none does. */
export function lastBefore(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first of spans in order that begins at or behind a place; their number where none does. */
export function firstFrom(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each place of a text, the first of the spans (as they are listed) that covers it; -1 where none does. */
export function coverage(length: number, spans: readonly Span[]): Int32Array {
  const covered = new Int32Array(length).fill(-1);
  for (let n = spans.length - 1; n >= 0; n--) {
    const { start, end } = spans[n] as Span;
    covered.fill(n, start, end);
  }
  return covered;
}

/** The first listed span that covers part of another; -1 where none does. */
export function firstOver(covered: Int32Array, { start, end }: Span): number {
  let first = -1;
  for (let at = start; at < end; at++) {
    const n = covered[at] as number;
    if (n >= 0 && (first < 0 || n < first)) first = n;
  }
  return first;
}
