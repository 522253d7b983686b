import { emOfSymbols, type InkSymbol } from './symbols.ts';

/** Letters that are set at one distance; small ones and points may be narrower. */
const EVEN =
  /^[\p{Script=Han}あいうえおか-ぢつ-もやゆよら-ろわをんアイウエオカ-ヂツ-モヤユヨラ-ロワヲン]$/u;
/** The outer of three letters are two distances apart; where it is less than so many, one of them is too much. */
const LEAST = 1.35;
/** Fewer distances tell less of a line than the size of its letters. */
const MIN_PAIRS = 6;

/**
 * The characters of a line across, none sure where three stand in the room of two: networks halve a wide letter (けを to わけを)
 * and are sure of both halves.
 */
export function withCrowded(symbols: readonly InkSymbol[]): InkSymbol[] {
  const middles = symbols.map(({ x0, x1 }) => (x0 + x1) / 2);
  const isEven = symbols.map(({ text }) => EVEN.test(text));
  const pairs = middles.flatMap((middle, i) =>
    isEven[i] && isEven[i - 1] ? [middle - (middles[i - 1] as number)] : [],
  );
  const pitch = pairs.length >= MIN_PAIRS ? middleOf(pairs) : (emOfSymbols(symbols) ?? 0);
  const told = [...symbols];
  for (let i = 2; i < symbols.length; i++) {
    const three = [i - 2, i - 1, i];
    const apart = (middles[i] as number) - (middles[i - 2] as number);
    if (!three.every((at) => isEven[at]) || apart >= LEAST * pitch) continue;
    for (const at of three) told[at] = { ...(symbols[at] as InkSymbol), confidence: 0 };
  }
  return told;
}

const middleOf = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;
