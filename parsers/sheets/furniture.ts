import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';
import type { Box } from '../records/place.ts';

/** Running heads and page numbers stand in this outer share of the page's height. */
const MARGIN = 0.1;
/** Places of one running line differ by less than this (points) from page to page … */
const LEVEL = 3;

/** … they keep this many characters' heights from the text … */
const APART = 0.9;

/** … and stand on at least this share of the pages. */
const MOST = 0.6;

const PAGE_NUMBER =
  /^(?:[-~(]*\d{1,4}[-~)]*|p(?:age)?\.?\d{1,4}|\d{1,4}\/\d{1,4}(?:ページ|頁)?|\d{1,4}(?:ページ|頁))$/i;

/** What stands in the margins of the pages seen so far: by its text without digits, how high and on which page. */
export type Margins = Map<string, { readonly y: number; readonly page: number }[]>;

export function noteMargins(margins: Margins, layout: PageLayout): void {
  for (const line of inMargin(layout)) {
    const seen = { y: line.box[1], page: layout.page.number };
    const there = margins.get(keyOf(line));
    if (there) there.push(seen);
    else margins.set(keyOf(line), [seen]);
  }
}

/** Lines that belong to the page and not to what is said on it: page numbers, and what recurs in the margin. */
export function furnitureOf(layout: PageLayout, margins: Margins): Set<Line> {
  const recurs = (line: Line) => {
    const same = (margins.get(keyOf(line)) ?? []).filter(
      ({ y }) => Math.abs(y - line.box[1]) <= LEVEL,
    );
    return runs(same.map(({ page }) => page));
  };
  const margin = inMargin(layout);
  const again = new Set(margin.filter(recurs));
  const body = [...layout.lines.filter((line) => !again.has(line)), ...layout.tables];
  return new Set(
    margin.filter(
      (line) =>
        PAGE_NUMBER.test(comparable(line.text)) || (again.has(line) && standsApart(line, body)),
    ),
  );
}

/** The last words of an item may well begin two pages in a row; a running head keeps its distance from the text. */
function standsApart({ box, size }: Line, body: readonly { readonly box: Box }[]): boolean {
  const gaps = body.map((other) => Math.max(other.box[1] - box[3], box[1] - other.box[3]));
  return Math.min(...gaps) >= APART * size;
}

const keyOf = (line: Line) => comparable(line.text).replace(/\d+/g, '#');

function inMargin({ page, lines }: PageLayout): Line[] {
  const height = page.turn % 180 ? page.width : page.height;
  return lines.filter(
    ({ box: [, y0, , y1] }) => y1 <= height * MARGIN || y0 >= height * (1 - MARGIN),
  );
}

/** Whether a line stands on most pages between its first and its last, or on most of the odd or even ones. */
function runs(pages: readonly number[]): boolean {
  if (new Set(pages).size < 2) return false;
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  const oneSide = pages.every((page) => (page - (pages[0] ?? 0)) % 2 === 0);
  return pages.length >= MOST * (oneSide ? Math.ceil(span / 2) : span);
}
