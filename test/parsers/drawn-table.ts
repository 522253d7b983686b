import type { Line } from '../../parsers/layout/lines.ts';
import { type Cell, Table } from '../../parsers/layout/table.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';

/** Columns and rows of a drawn table are this wide and high (points). */
const WIDTH = 40;
const HEIGHT = 20;

/**
 * A table from literal text, one string a row, columns parted by |. 「<」 is the cell to its left going on, 「^」 the one
 * above; a blank column is a blank cell.
 */
export function drawn(rows: readonly string[], page = 1): Table {
  const fields = rows.map((row) => row.split('|').map((text) => text.trim()));
  const cols = fields[0]?.length ?? 0;
  const goesOn = (row: number, col: number, mark: string) => fields[row]?.[col] === mark;
  const cells = fields.flatMap((texts, row) =>
    texts.flatMap((text, col): Cell[] => {
      if (text === '<' || text === '^') return [];
      let [colSpan, rowSpan] = [1, 1];
      while (goesOn(row, col + colSpan, '<')) colSpan++;
      while (goesOn(row + rowSpan, col, '^')) rowSpan++;
      const [x0, y0] = [col * WIDTH, row * HEIGHT];
      const box = [x0, y0, x0 + colSpan * WIDTH, y0 + rowSpan * HEIGHT] as const;
      const lines =
        text === '' ? [] : text.split('/').map((t, n) => line(t, x0, y0 + 10 * n, page));
      return [{ row, col, rowSpan, colSpan, box: [...box], lines, struck: [] }];
    }),
  );
  return new Table({
    box: [0, 0, cols * WIDTH, rows.length * HEIGHT],
    rows: rows.length,
    cols,
    xs: Array.from({ length: cols + 1 }, (_, i) => i * WIDTH),
    breaks: [],
    ruled: true,
    cells,
  });
}

/** A line of 8-point glyphs that begins at a point. */
export function line(text: string, x: number, y: number, page = 1): Line {
  const glyphs = [...text].map(
    (c, i): Glyph => ({
      text: c,
      x0: x + 8 * i,
      x1: x + 8 * (i + 1),
      y0: y,
      y1: y + 8,
      size: 8,
      page,
    }),
  );
  return {
    text,
    sources: glyphs.flatMap((glyph) => Array.from({ length: glyph.text.length }, () => glyph)),
    gaps: [],
    box: [x, y, x + 8 * glyphs.length, y + 8],
    size: 8,
  };
}
