import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';

/** Running heads and page numbers stand in this outer share of the page's height. */
const MARGIN = 0.1;
/** Places of one running line differ by less than this (points) from page to page … */
const LEVEL = 3;

/** … and on at least this share of the pages. */
const MOST = 0.6;

const PAGE_NUMBER =
  /^(?:[-~(]*\d{1,4}[-~)]*|p(?:age)?\.?\d{1,4}|\d{1,4}\/\d{1,4}(?:ページ|頁)?|\d{1,4}(?:ページ|頁))$/i;

/** Lines that belong to the page and not to what is said on it: page numbers, and what recurs in the margin. */
export function furnitureOf(layouts: readonly PageLayout[]): Set<Line> {
  const furniture = new Set<Line>();
  const recurring = new Map<string, { line: Line; page: number }[]>();
  for (const { page, lines } of layouts) {
    const height = page.turn % 180 ? page.width : page.height;
    for (const line of lines) {
      const [, y0, , y1] = line.box;
      if (y1 > height * MARGIN && y0 < height * (1 - MARGIN)) continue;
      const text = comparable(line.text);
      if (PAGE_NUMBER.test(text)) furniture.add(line);
      const key = `${text.replace(/\d+/g, '#')}`;
      const there = recurring.get(key);
      if (there) there.push({ line, page: page.number });
      else recurring.set(key, [{ line, page: page.number }]);
    }
  }
  for (const lines of recurring.values()) {
    for (const { line } of lines) {
      const same = lines.filter((o) => Math.abs(o.line.box[1] - line.box[1]) <= LEVEL);
      if (runs(same.map(({ page }) => page))) furniture.add(line);
    }
  }
  return furniture;
}

/** Whether a line stands on most pages between its first and its last, or on most of the odd or even ones. */
function runs(pages: readonly number[]): boolean {
  if (new Set(pages).size < 2) return false;
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  const oneSide = pages.every((page) => (page - (pages[0] ?? 0)) % 2 === 0);
  return pages.length >= MOST * (oneSide ? Math.ceil(span / 2) : span);
}
