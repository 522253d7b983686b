import { meaningOf } from './meaning.ts';
import { matchAt } from './number.ts';

const MAX_UNIT_LENGTH = 16;

/** What is left of a letter that was a digit before somebody's OCR: 47O, 5S, 54フ, 60三. */
const LOOKS_LIKE_DIGITS =
  /^(?:[OoDQIlSZzBb|!]|[ァ-ヺｦ-ﾟー])$|^[OoDQIlSZB|](?=[\p{Script=Han}かヵヶカケコつ%])|^[〇一二三四五六七八九]/u;
const KATAKANA_COUNTER = /^[ケヶコ]$/;

/** One character of a unit, where no word begins that is understood otherwise. */
const LETTER =
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}々ーｰﾞﾟ%‰‱°′″℃µ]|[\u2100-\u214f\u3300-\u33ff]/uy;
/** か所, か国 · t-CO2, pg-TEQ · 人・日 · km², m3, CO₂ · 件/100世帯 */
const INSIDE: readonly RegExp[] = [
  /か(?=\p{Script=Han})/uy,
  /(?<=[A-Za-z])-(?=[A-Za-z])/y,
  /(?<=\p{L})・(?=\p{L})/uy,
  /(?<=m)[23²³]/y,
  /(?<=[A-Za-z]{2})[2-9](?!\d)/y,
  /(?<=[A-Za-z])[₀-₉]+/y,
  /\/(?=[\p{L}\u3300-\u33ff])/uy,
  // Per a round number or a time; 12件/15件 is a ratio.
  /(?<=\p{L})\/(?:10*|1(?:,000)+)[百千万億]?(?=[\p{L}\u3300-\u33ff])/uy,
  /(?<=\p{L})\/\d{1,2}(?=年|[かヶ]月|日|時間|週)/uy,
];
const FIRST = /つ(?!\p{Script=Hiragana})|[\u3300-\u33ff]/uy;

/**
 * Where the unit that begins at this place ends; the place itself where none does. There is no list of units: a unit
 * is what stands behind a number and is not understood otherwise.
 * @param understood whether a word that is no unit begins at an offset
 */
export function unitEnd(text: string, start: number, understood: (at: number) => boolean): number {
  let end = start;
  const one = matchAt(FIRST, text, end);
  if (one) end += one[0].length;
  while (end - start < MAX_UNIT_LENGTH) {
    if (understood(end)) break;
    const more =
      matchAt(LETTER, text, end)?.[0] ??
      INSIDE.map((pattern) => matchAt(pattern, text, end)?.[0]).find(
        (found) => found !== undefined,
      );
    if (more === undefined) break;
    end += more.length;
  }
  return end - (/[/・-]$/.test(text.slice(start, end)) ? 1 : 0);
}

/** What makes a point in time or an ordinal of a number; one that is none (13月) was misread. */
const POINT_IN_TIME = /^(?:年度|月(?!額|間)|時(?!間))|[回年期番日度月つ人校件]目/;
/** Words that lead to a number of their own. */
const LEADING = /^数|^[かヶカヵケ箇]?[年月]間?\p{Script=Han}{2}|約|延べ|のべ|累計|平成|令和|昭和/u;

/** Why a unit is none. */
export function problemOfUnit(unit: string): string | null {
  if (unit.length >= MAX_UNIT_LENGTH) return 'the words behind its number are too long for a unit';
  if (LOOKS_LIKE_DIGITS.test(unit) && !KATAKANA_COUNTER.test(unit)) {
    return 'a letter stands among its digits';
  }
  if (POINT_IN_TIME.test(unit)) return 'it is no date that the calendar has';
  if (LEADING.test(unit) || /^(?:pending|not-applicable)$/.test(meaningOf(unit, []))) {
    return `「${unit}」 behind its number is no unit`;
  }
  return null;
}
