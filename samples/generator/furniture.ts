import type { Page } from './page.ts';
import { ASCENT } from './page.ts';
import type { Measure, Style } from './style.ts';
import { set } from './wrap.ts';

/** Running heads and page numbers, once all pages are there. `bare` pages (a cover) get none. `titles` are the pages' sheets'. */
export function addFurniture(
  pages: readonly Page[],
  style: Style,
  measure: Measure,
  bare: ReadonlySet<Page>,
  titles: (pageNumber: number) => string,
): void {
  const size = style.cell;
  for (const [index, page] of pages.entries()) {
    if (bare.has(page)) continue;
    const put = (text: string, place: 'center' | 'right', y: number) => {
      const line = set(text, {
        advance: (character) => measure(character, 'mincho') * size,
        autospace: 0,
      });
      const slack = page.width - line.width;
      const x = place === 'center' ? slack / 2 : slack - style.margin.x;
      page.runs.push({ ...line, x, y, size, face: 'mincho', bold: false, owner: null });
    };
    const head = style.runningHead === 'title' ? titles(index + 1) : style.runningHead?.text;
    if (head) put(head, 'right', 24 + ASCENT * size);
    if (style.pageNumbers !== null) {
      const number = style.pageNumbers
        .replace('N', String(pages.length))
        .replace('n', String(index + 1));
      put(number, 'center', page.height - 28);
    }
  }
}
