import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/**
 * Text that still knows where it stands: `sources[i]` is the glyph of the UTF-16 unit `text[i]`, null for a word
 * space that no glyph draws.
 */
export type PlacedText = {
  readonly text: string;
  readonly sources: readonly (Glyph | null)[];
};

export const EMPTY: PlacedText = { text: '', sources: [] };

/** A stretch of a placed text, offsets as in `String.prototype.slice`. */
export function slice(placed: PlacedText, from: number, to?: number): PlacedText {
  return { text: placed.text.slice(from, to), sources: placed.sources.slice(from, to) };
}

export function trim(placed: PlacedText): PlacedText {
  const from = placed.text.length - placed.text.trimStart().length;
  return slice(placed, from, Math.max(from, placed.text.trimEnd().length));
}

const LATIN_END = /[A-Za-z]$/;
const LATIN_START = /^[A-Za-z]/;

/** Lines joined to one text; only two Latin words need a space where the line broke. */
export function join(parts: readonly PlacedText[]): PlacedText {
  let text = '';
  const sources: (Glyph | null)[] = [];
  for (const part of parts) {
    if (LATIN_END.test(text) && LATIN_START.test(part.text)) {
      text += ' ';
      sources.push(null);
    }
    text += part.text;
    for (const source of part.sources) sources.push(source);
  }
  return { text, sources };
}

const DIGIT = /[\d０-９]/;

/** The text without white space but the one character of it that stands between two numbers. */
export function withoutSpaces(placed: PlacedText): PlacedText {
  if (!/\s/.test(placed.text)) return placed;
  let text = '';
  const sources: (Glyph | null)[] = [];
  let space = -1;
  for (let i = 0; i < placed.text.length; i++) {
    const c = placed.text.charAt(i);
    if (/\s/.test(c)) {
      if (space < 0) space = i;
      continue;
    }
    if (space >= 0 && DIGIT.test(text.slice(-1)) && DIGIT.test(c)) {
      text += placed.text.charAt(space);
      sources.push(placed.sources[space] ?? null);
    }
    space = -1;
    text += c;
    sources.push(placed.sources[i] ?? null);
  }
  return { text, sources };
}

/** A line that ends within a group of three digits goes on in the next one: 1,21 / 2,567. */
const WITHIN_GROUP = /[\d０-９][,，][\d０-９]{1,2}$/;

/** … as does one that ends in how many its unit counts by (件/1 / 00世帯), or words up to a digit before a nought. */
const WITHIN_UNIT = /[^\d０-９\s][/／][\d０-９]+$/;
const WORDS_TO_DIGIT = /^[^\d０-９]{6,}[\d０-９]$/;
/** … or in a sentence, a number to the one that has its unit: を経て６ / ８人を目指す. */
const WITHIN_SENTENCE = /[^\d０-９]{4,}[をてでにはがと、][\d０-９]{1,3}$/;
const COUNTED = /^[\d０-９]{1,3}\p{L}/u;
/** … or behind a word that wants a number with a unit: 延べ６ / １，８５３品目. */
const QUALIFIED = /^(?:約|延べ|のべ|およそ)[\d０-９]{1,2}$/;
const MEASURED = /^[\d０-９]+(?:[,，.．][\d０-９]+)*[\p{L}%％㎡㎥]/u;
/** A ratio may break before its second place: ０．９ / ６. */
const RATIO = /^[01０１][.．][\d０-９]$/;
const PLACE = /^[\d０-９]$/;
/** No number begins like this. */
const NOUGHTS = /^[0０][\d０-９,，]/;

function goesOn(text: string, next: string, isRatio: boolean): boolean {
  if (WITHIN_GROUP.test(text) || NOUGHTS.test(next)) return true;
  if (isRatio && RATIO.test(text) && PLACE.test(next)) return true;
  if (QUALIFIED.test(text) && MEASURED.test(next)) return true;
  if (WITHIN_SENTENCE.test(text) && COUNTED.test(next)) return true;
  return WITHIN_UNIT.test(text) || (WORDS_TO_DIGIT.test(text) && /^[0０]/.test(next));
}

/**
 * What a cell with a value says: its lines joined without white space, but one space between two numbers.
 * @param isRatio whether the cell has one ratio and nothing else, as a column of rates does
 */
export function valueText(lines: readonly PlacedText[], isRatio = false): PlacedText {
  let text = '';
  const sources: (Glyph | null)[] = [];
  for (const line of lines.map(withoutSpaces)) {
    const meet = DIGIT.test(text.slice(-1)) && DIGIT.test(line.text.charAt(0));
    if (meet && !goesOn(text, line.text, isRatio)) {
      text += ' ';
      sources.push(null);
    }
    text += line.text;
    for (const source of line.sources) sources.push(source);
  }
  return { text, sources };
}

export function around(glyphs: Iterable<Pick<Glyph, 'x0' | 'y0' | 'x1' | 'y1'>>): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const g of glyphs) {
    if (g.x0 < x0) x0 = g.x0;
    if (g.y0 < y0) y0 = g.y0;
    if (g.x1 > x1) x1 = g.x1;
    if (g.y1 > y1) y1 = g.y1;
  }
  return [x0, y0, x1, y1];
}

/** Kana, ideographs and full-width punctuation: no word space stands between two of these. */
export const JAPANESE_LETTERS =
  /[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f]/;
