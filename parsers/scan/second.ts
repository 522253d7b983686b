import { alike } from './alike.ts';
import { type InkSymbol, textsOf } from './symbols.ts';

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
  const end = [first.length, second.length] as const;
  for (const [a, b] of [...alike(textsOf(first), textsOf(second)), end]) {
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
