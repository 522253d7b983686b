import { FORMATS } from '../../lambdas/reader/formats.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { comparable } from '../../parsers/japanese/characters.ts';
import type { PageLayout } from '../../parsers/layout/layout.ts';
import { dropOverprints } from '../../parsers/layout/overprint.ts';
import { type Intermediates, readLayout } from '../../parsers/parse.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';
import { Margins } from '../../parsers/sheets/furniture.ts';
import { withHeaderLines } from '../../parsers/sheets/header-table.ts';
import { openingsIn } from '../../parsers/sheets/openings.ts';
import { readSheets } from '../../parsers/sheets/pages.ts';

/** A character without an owner, or with two: how often it stands on the sheets' pages and how often it is owned. */
export type Unowned = {
  readonly character: string;
  readonly printed: number;
  readonly owned: number;
};

/**
 * What of a document's sheets has not exactly one owner: each printed character is claimed, or stands in the leftovers
 * of a record, and never both.
 */
export async function unownedIn(pdf: Uint8Array): Promise<{ sheets: number; unowned: Unowned[] }> {
  const { layouts } = await readLayout(pdf, resources.assets);
  return unownedOn(layouts);
}

export async function unownedOn(
  layouts: Intermediates['layouts'],
): Promise<{ sheets: number; unowned: Unowned[] }> {
  const pages = layouts.map((layout) => withHeaderLines(layout, FORMATS));
  const margins = new Margins();
  for (const page of pages) margins.note(page);
  const openings = openingsIn(
    pages.flatMap(({ lines }) => lines),
    FORMATS,
  );
  const { sheets } = await readSheets(
    { layouts: pages, printed: layouts, openings, margins },
    resources,
    {
      said: undefined,
      front: null,
    },
  );
  const covered = ({ page }: (typeof pages)[number]) =>
    sheets.some(({ record: { pages: own } }) => own.from <= page.number && page.number <= own.to);
  const glyphs = pages
    .filter(covered)
    .flatMap(({ page }) => dropOverprints(page.glyphs))
    .filter((glyph) => !glyph.struck);
  // Layout tells note marks apart in copies of their characters.
  const copies = new Map(pages.flatMap(laidGlyphs).map((glyph) => [placeOf(glyph), glyph]));
  const left = sheets.flatMap(({ record }) => record.leftovers.map(({ text }) => text));
  const isFree = (glyph: Glyph) => sheets.every(({ claims }) => !claims.has(glyph));
  const free = glyphs.filter((glyph) => isFree(copies.get(placeOf(glyph)) ?? glyph));
  const printed = counted(free.map(({ text }) => text));
  const owned = counted(left);
  const all = new Set([...printed.keys(), ...owned.keys()]);
  const unowned = [...all]
    .map((character) => ({
      character,
      printed: printed.get(character) ?? 0,
      owned: owned.get(character) ?? 0,
    }))
    .filter((one) => one.printed !== one.owned);
  return { sheets: sheets.length, unowned };
}

const placeOf = ({ text, page, x0, y0 }: Glyph) => `${text} ${page} ${x0} ${y0}`;

const laidGlyphs = ({ lines, tables }: PageLayout): Glyph[] =>
  [...lines, ...tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))].flatMap(
    ({ sources }) => sources.filter((glyph) => glyph !== null),
  );

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of comparable(text)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}
