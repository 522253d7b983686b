import { unitsOf } from '../../lambdas/domain/search/units.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { pick } from '../faults/random.ts';
import { searchPath } from '../search/library.ts';

const PIECES = /[、。，．・（）()「」『』\s]+/;
const LIMIT = 20;

/**
 * So many different searches of sheets, in turn: a stretch of a text to the letter, two pieces of one text, the
 * beginning of an indicator's name, and such a beginning within a fiscal year.
 */
export function drawSearches(
  sheets: readonly SheetRecord[],
  count: number,
  random: () => number,
): string[] {
  const some = sheets.filter(({ indicators }) => indicators.length > 0);
  const upTo = (most: number) => Math.floor(random() * most);
  const drawn = new Set<string>();
  for (let turn = 0; drawn.size < count; turn++) {
    const sheet = pick(some, random);
    const texts = unitsOf(sheet).flatMap((unit) => unit.texts.map(({ text }) => text));
    const pieces = pick(texts, random)
      .split(PIECES)
      .filter((piece) => piece.length >= 3);
    if (pieces.length === 0) continue;
    const long = pick(pieces, random);
    const at = upTo(long.length - 7);
    const name = pick(sheet.indicators, random).name.slice(0, 3 + upTo(5));
    const { fiscalYear } = sheet;
    const paths = [
      searchPath(`"${long.slice(Math.max(at, 0), Math.max(at, 0) + 8)}"`, { limit: LIMIT }),
      searchPath(`${long.slice(0, 6)} ${pick(pieces, random).slice(0, 6)}`, { limit: LIMIT }),
      searchPath(name, { limit: LIMIT }),
      searchPath(name, { fiscalYear, limit: LIMIT }),
    ];
    drawn.add(paths[turn % paths.length] ?? '');
  }
  return [...drawn];
}
