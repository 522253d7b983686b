import type { Glyph, Repair } from '../pdf/page.ts';

const FIRST = 0x2460;
const CIRCLED = /^[①-⑳]$/;
/** Nothing stands this near before the first character of a line (ems). */
const BEFORE = 4;

/**
 * Circled numbers at the beginnings of lines, as they count up: one that does not fit between those around it is read anew
 * as the one that does, and of two in a row the one that does not fit is no character.
 * @param last the number before the first of the page, 0 where there is none
 */
export function inSequence(
  glyphs: readonly Glyph[],
  last: number,
): { glyphs: Glyph[]; repairs: Repair[]; last: number } {
  const heads = glyphs
    .filter((glyph) => CIRCLED.test(glyph.text) && isFirst(glyph, glyphs))
    .sort((a, b) => a.y0 - b.y0);
  const texts = new Map<Glyph, string>();
  const repairs: Repair[] = [];
  let before = last;
  heads.forEach((head, i) => {
    const twin = glyphs.find((glyph) => CIRCLED.test(glyph.text) && follows(head, glyph));
    const expected = before + 1;
    const next = heads[i + 1];
    let number = numberOf(head);
    const fits = number === expected || number === 1;
    const isBetween = !next || numberOf(next) === expected + 1 || numberOf(next) === 1;
    if (!fits && expected <= 20 && (isBetween || (twin && numberOf(twin) === expected))) {
      const to = String.fromCodePoint(FIRST + expected - 1);
      repairs.push({ box: [head.x0, head.y0, head.x1, head.y1], from: head.text, to });
      texts.set(head, to);
      number = expected;
    }
    if (twin) {
      texts.set(twin, '');
      repairs.push({ box: [twin.x0, twin.y0, twin.x1, twin.y1], from: twin.text, to: '' });
    }
    before = number;
  });
  const mended = glyphs.flatMap((glyph) => {
    const text = texts.get(glyph);
    return text === '' ? [] : [text === undefined ? glyph : { ...glyph, text }];
  });
  return { glyphs: mended, repairs, last: before };
}

const numberOf = ({ text }: Glyph) => (text.codePointAt(0) ?? 0) - FIRST + 1;

const isLevel = (a: Glyph, b: Glyph) =>
  Math.abs(a.y0 + a.y1 - b.y0 - b.y1) < Math.min(a.size, b.size);

function isFirst(glyph: Glyph, glyphs: readonly Glyph[]): boolean {
  return !glyphs.some(
    (other) =>
      other !== glyph &&
      isLevel(other, glyph) &&
      other.x1 <= glyph.x0 + 0.1 &&
      glyph.x0 - other.x1 < BEFORE * glyph.size,
  );
}

function follows(head: Glyph, glyph: Glyph): boolean {
  return isLevel(head, glyph) && glyph.x0 >= head.x1 - 0.1 && glyph.x0 - head.x1 < 0.5 * head.size;
}
