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

/** … or differ from it by more than this share of their size … */
const SIZE = 0.12;

/** … stand on at least this share of the pages … */
const MIN_PAGES = 0.6;

/** … and on at most this share of the pages between stands text where they do. */
const MAX_TEXT = 0.1;

const PAGE_NUMBER =
  /^(?:[-~(]*\d{1,4}[-~)]*|p(?:age)?\.?\d{1,4}|\d{1,4}\/\d{1,4}(?:ページ|頁)?|\d{1,4}(?:ページ|頁))$/i;

/** A line in the margin of a page: its text without digits, and from where to where it stands. */
type Seen = {
  readonly key: string;
  readonly page: number;
  readonly y0: number;
  readonly y1: number;
};

/** What stands in the margins of the pages seen so far. */
export class Margins {
  readonly #byKey = new Map<string, Seen[]>();
  readonly #byPage = new Map<number, readonly Seen[]>();

  note(layout: PageLayout): void {
    const page = layout.page.number;
    const seen = inMargin(layout).map((line): Seen => {
      const [, y0, , y1] = line.box;
      return { key: keyOf(line), page, y0, y1 };
    });
    this.#byPage.set(page, seen);
    for (const one of seen) {
      const there = this.#byKey.get(one.key);
      if (there) there.push(one);
      else this.#byKey.set(one.key, [one]);
    }
  }

  /** Whether a line recurs at its place from page to page. */
  recurs(line: Line): boolean {
    return runs(this.#like(keyOf(line), line.box).map(({ page }) => page));
  }

  /** Whether on other pages, between the first and the last that have the line, text stands at its place or further out. */
  standsInText(line: Line, height: number): boolean {
    const [, y0, , y1] = line.box;
    const pages = this.#like(keyOf(line), line.box).map(({ page }) => page);
    const [first, last] = [Math.min(...pages), Math.max(...pages)];
    const above = y1 <= height / 2;
    let text = 0;
    for (let page = first; page <= last; page++) {
      const there = this.#byPage.get(page) ?? [];
      const beyond = there.some(
        (other) =>
          (above ? other.y1 <= height / 2 && other.y0 <= y0 + LEVEL : other.y1 >= y1 - LEVEL) &&
          !runs(this.#like(other.key, [0, other.y0, 0, other.y1]).map((one) => one.page)),
      );
      if (beyond) text++;
    }
    return text > MAX_TEXT * (last - first + 1);
  }

  #like(key: string, [, y0]: Box): readonly Seen[] {
    return (this.#byKey.get(key) ?? []).filter((one) => Math.abs(one.y0 - y0) <= LEVEL);
  }
}

/**
 * Lines that belong to the page and not to what is said on it: page numbers, and what recurs in the margin apart from the
 * text, at a place where no page has text.
 */
export function furnitureOf(layout: PageLayout, margins: Margins): Set<Line> {
  const height = heightOf(layout);
  const margin = new Set(inMargin(layout));
  const recurring = new Set(
    [...margin].filter(
      (line) => isPageNumber(line) || (margins.recurs(line) && !margins.standsInText(line, height)),
    ),
  );
  const furniture = new Set<Line>();
  for (const block of blocksOf(layout)) {
    const lines = block.filter((one) => 'text' in one);
    const whole = lines.length === block.length && lines.every((line) => recurring.has(line));
    for (const line of lines) {
      const alone = lines.every((other) => recurring.has(other) || differs(other, line));
      if (recurring.has(line) && (whole || alone || isPageNumber(line))) furniture.add(line);
    }
  }
  return furniture;
}

type Placed = Line | { readonly box: Box };

/** Lines and tables in groups that keep their distance from one another: the last words of an item begin no page apart. */
function blocksOf({ lines, tables }: PageLayout): Placed[][] {
  const sorted: Placed[] = [...lines, ...tables].sort((a, b) => a.box[1] - b.box[1]);
  const blocks: Placed[][] = [];
  let bottom = -Infinity;
  for (const one of sorted) {
    const size = 'size' in one ? one.size : 0;
    if (one.box[1] - bottom >= APART * size && one.box[1] >= bottom) blocks.push([]);
    blocks.at(-1)?.push(one);
    bottom = Math.max(bottom, one.box[3]);
  }
  return blocks;
}

const differs = (a: Line, b: Line) => Math.abs(a.size - b.size) > SIZE * Math.max(a.size, b.size);

export const isPageNumber = (line: Line) => PAGE_NUMBER.test(comparable(line.text));

const keyOf = (line: Line) => comparable(line.text).replace(/\d+/g, '#');

const heightOf = ({ page }: PageLayout) => (page.turn % 180 ? page.width : page.height);

function inMargin(layout: PageLayout): Line[] {
  const height = heightOf(layout);
  return layout.lines.filter(
    ({ box: [, y0, , y1] }) => y1 <= height * MARGIN || y0 >= height * (1 - MARGIN),
  );
}

/** Whether a line stands on most pages between its first and its last, or on most of the odd or even ones. */
function runs(pages: readonly number[]): boolean {
  if (new Set(pages).size < 2) return false;
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  const oneSide = pages.every((page) => (page - (pages[0] ?? 0)) % 2 === 0);
  return pages.length >= MIN_PAGES * (oneSide ? Math.ceil(span / 2) : span);
}
