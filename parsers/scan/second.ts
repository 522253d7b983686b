import type { InkSymbol } from './symbols.ts';

const LETTERS = /^[\p{L}]*$/u;

/**
 * Two readings of a line in one: where they differ in letters, those of the surer network; all else as the first has it,
 * since the second takes digits for others in circles.
 */
export function surerLetters(
  first: readonly InkSymbol[],
  second: readonly InkSymbol[],
): readonly InkSymbol[] {
  const merged: InkSymbol[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...alike(first, second), [first.length, second.length] as const]) {
    const [own, other] = [first.slice(i, a), second.slice(j, b)];
    merged.push(...(isSurer(other, own) ? other : own), ...first.slice(a, a + 1));
    [i, j] = [a + 1, b + 1];
  }
  return merged;
}

function isSurer(other: readonly InkSymbol[], own: readonly InkSymbol[]): boolean {
  if (own.length === 0 || other.length === 0) return false;
  return [own, other].every(areLetters) && meanOf(other) > meanOf(own);
}

const areLetters = (symbols: readonly InkSymbol[]) =>
  symbols.every(({ text }) => LETTERS.test(text));
const meanOf = (symbols: readonly InkSymbol[]) =>
  symbols.reduce((sum, { confidence }) => sum + confidence, 0) / symbols.length;

/** Pairs of places at which both have the same character, as many as there can be (R. Wagner and M. Fischer, 1974). */
function alike(first: readonly InkSymbol[], second: readonly InkSymbol[]): [number, number][] {
  const most = Array.from({ length: first.length + 1 }, () =>
    new Array<number>(second.length + 1).fill(0),
  );
  const at = (i: number, j: number) => most[i]?.[j] ?? 0;
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const row = most[i] as number[];
      row[j] =
        first[i]?.text === second[j]?.text
          ? 1 + at(i + 1, j + 1)
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i]?.text === second[j]?.text) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
