import { figureHeadOf, headsFigures } from './forms/head.ts';
import { comparable } from './japanese/characters.ts';
import type { PageLayout } from './layout/layout.ts';
import type { Line } from './layout/lines.ts';
import { around } from './layout/text.ts';
import { displayed, type Glyph } from './pdf/page.ts';
import type { Box, Place } from './records/place.ts';
import type { SheetRecord } from './records/sheet.ts';
import { DocumentReader } from './sheets/document.ts';
import type { Known } from './sheets/known.ts';
import type { OwnedSheet } from './sheets/owned.ts';

/** What a text of a page was taken for. */
export const ROLES = [
  'header',
  'label',
  'year',
  'name',
  'target',
  'actual',
  'baseline',
  'forecast',
  'achievement',
  'money',
  'rating',
  'value',
  'prose',
  'furniture',
  'unclaimed',
] as const;
export type Role = (typeof ROLES)[number];

/** A stretch of a line that was taken for one thing, on the displayed page (points). */
export type RolePiece = { readonly role: Role; readonly text: string; readonly box: Box };

/** A page's pieces; a cell's role is that of most of its characters. */
export type RolesOfPage = {
  readonly page: number;
  readonly pieces: readonly RolePiece[];
  readonly cells: readonly RolePiece[];
};

/** What each text was taken for on the pages that hold a sheet; none on the others. */
export async function rolesOf(
  layouts: readonly PageLayout[],
  known: Known,
  publisher?: string,
): Promise<RolesOfPage[]> {
  const sheets: OwnedSheet[] = [];
  const reader = new DocumentReader(known, publisher, (sheet) => sheets.push(sheet));
  for (const layout of layouts) await reader.add(layout);
  await reader.finish();
  return layouts.map((layout) => {
    const { number } = layout.page;
    const own = sheets.filter(
      ({ record: { pages } }) => pages.from <= number && number <= pages.to,
    );
    return own.length === 0 ? { page: number, pieces: [], cells: [] } : onPage(layout, own);
  });
}

function onPage(layout: PageLayout, sheets: readonly OwnedSheet[]): RolesOfPage {
  const { page, lines, tables } = layout;
  const placed = sheets.flatMap(({ record }) => placesIn(record, page.number));
  const words = wordsIn(sheets.map(({ record }) => record));
  const piecesOf = (line: Line): RolePiece[] => {
    const said = comparable(line.text);
    const roles = glyphsOf(line).map((glyph) => ({
      glyph,
      role: roleOf(glyph, displayed(page, around([glyph])), said, { sheets, placed, words }),
    }));
    return runsOf(roles).map((run) => ({
      role: run[0]?.role ?? 'unclaimed',
      text: run.map(({ glyph }) => glyph.text).join(''),
      box: displayed(page, around(run.map(({ glyph }) => glyph))),
    }));
  };
  const cells = tables.flatMap((table) => table.cells);
  const inCells = cells.map((cell) => ({ cell, pieces: cell.lines.flatMap(piecesOf) }));
  return {
    page: page.number,
    pieces: [...lines.flatMap(piecesOf), ...inCells.flatMap(({ pieces }) => pieces)],
    cells: inCells.flatMap(({ cell, pieces }) => {
      const role = mostOf(pieces);
      const text = pieces.map((piece) => piece.text).join('');
      return role ? [{ role, text, box: displayed(page, cell.box) }] : [];
    }),
  };
}

const glyphsOf = ({ sources }: Line): Glyph[] =>
  [...new Set(sources.filter((glyph) => glyph !== null && glyph.text.trim() !== ''))] as Glyph[];

type Placed = { readonly role: Role; readonly box: Box };

/** Where a record's parts stand on a page, the smallest first: a figure within a paragraph is a figure. */
function placesIn(record: SheetRecord, page: number): Placed[] {
  const at = (role: Role, ...places: readonly (Place | undefined)[]): Placed[] =>
    places.flatMap((place) => (place?.page === page ? [{ role, box: place.box }] : []));
  const { indicators, budget, ratings = [], fields = [], goals, progress, initiatives } = record;
  const all = [
    ...indicators.flatMap(({ values, achievement, pastAchievements = [] }) => [
      ...values.flatMap((value) => at(value.type, value.at)),
      ...[achievement, ...pastAchievements].flatMap((a) => (a ? at('achievement', a.at) : [])),
    ]),
    ...budget.flatMap(({ amounts }) => amounts.flatMap((amount) => at('money', amount.at))),
    ...ratings.flatMap((rating) => at('rating', rating.at)),
    ...(progress ? [...at('rating', progress.at), ...at('prose', ...progress.reasonAt)] : []),
    ...fields.flatMap(({ text, at: places }) => at(isProse(text) ? 'prose' : 'value', ...places)),
    ...goals.flatMap((goal) => at('prose', ...goal.at)),
    ...initiatives.flatMap(({ items }) => items.flatMap((item) => at('prose', ...item.at))),
  ];
  const size = ({ box: [x0, y0, x1, y1] }: Placed) => (x1 - x0) * (y1 - y0);
  return all.sort((a, b) => size(a) - size(b));
}

const MIN_PROSE = 31;
const isProse = (text: string) => text.includes('。') || text.length >= MIN_PROSE;

/** Texts of a record without a place of their own, as they are compared. */
type Words = { readonly header: readonly string[]; readonly names: readonly string[] };

function wordsIn(records: readonly SheetRecord[]): Words {
  const folded = (texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text === null || text === '' ? [] : [comparable(text)]));
  return {
    header: records.flatMap(({ title, subtitle, number, department, programName, publisherName }) =>
      folded([
        title,
        subtitle,
        number,
        programName,
        publisherName,
        ...(department?.split(' ') ?? []),
      ]),
    ),
    names: records.flatMap(({ indicators, budget }) =>
      folded([...indicators, ...budget].map(({ name }) => name)),
    ),
  };
}

/** What is known of a page: its sheets, where their values stand, and the words of their records. */
type OfPage = {
  readonly sheets: readonly OwnedSheet[];
  readonly placed: readonly Placed[];
  readonly words: Words;
};

function roleOf(
  glyph: Glyph,
  [x0, y0, x1, y1]: Box,
  line: string,
  { sheets, placed, words }: OfPage,
): Role {
  const owner = sheets.find(({ claims }) => claims.has(glyph));
  if (!owner) return 'unclaimed';
  if (owner.claims.isFurniture(glyph)) return 'furniture';
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const place = placed.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  if (place) return place.role;
  if (words.names.some((name) => isOf(line, name))) return 'name';
  if (headsFigures(figureHeadOf(line, null))) return 'year';
  return words.header.some((word) => isOf(line, word) || (word.length > 1 && line.includes(word)))
    ? 'header'
    : 'label';
}

/** Whether a line is a name, begins with it (its unit follows) or holds most of one that is broken over lines. */
const isOf = (line: string, name: string): boolean =>
  line.startsWith(name) ||
  line.replace(/\([^()]*\)/g, '') === name ||
  (name.includes(line) && line.length * 2 > name.length);

function runsOf<T extends { readonly role: Role }>(all: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const one of all) {
    const last = runs.at(-1);
    if (last?.[0]?.role === one.role) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** These only say what others are. */
const SAYING: ReadonlySet<Role> = new Set(['label', 'unclaimed']);

/** What most characters were taken for; the choices beside a ticked one, and a label within a cell, do not count. */
function mostOf(pieces: readonly RolePiece[]): Role | null {
  const told = pieces.filter(({ role }) => !SAYING.has(role));
  const counts = new Map<Role, number>();
  for (const { role, text } of told.length > 0 ? told : pieces) {
    counts.set(role, (counts.get(role) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
