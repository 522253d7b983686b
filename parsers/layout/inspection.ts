import { displayed } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { withAlignedTables } from './aligned/competing.ts';
import type { PageLayout } from './layout.ts';

/** What the parser sees of a page, in points of the page as displayed. */
export type InspectedPage = {
  page: number;
  width: number;
  height: number;
  lines: { text: string; box: Box }[];
  rules: { x0: number; y0: number; x1: number; y1: number }[];
  tables: {
    box: Box;
    /** False where no rule or background draws its cells: they are told by how the text is aligned. */
    ruled: boolean;
    cells: {
      row: number;
      col: number;
      rowSpan: number;
      colSpan: number;
      text: string;
      box: Box;
    }[];
  }[];
};

const round = (v: number) => Math.round(v * 100) / 100;

/** A layout as plain data; lines are those of the body and those inside cells, from top to bottom. */
export function inspected(layout: PageLayout): InspectedPage {
  const { page } = layout;
  const { lines, tables } = withAlignedTables(layout);
  const shown = (box: Box): Box => displayed(page, box).map(round) as Box;
  const inCells = tables.flatMap((table) => table.cells.flatMap((cell) => cell.lines));
  return {
    page: page.number,
    width: round(page.width),
    height: round(page.height),
    lines: [...lines, ...inCells]
      .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
      .map((line) => ({ text: line.text, box: shown(line.box) })),
    rules: page.rules.map((rule) => {
      const [x0, y0, x1, y1] = shown([rule.x0, rule.y0, rule.x1, rule.y1]);
      return { x0, y0, x1, y1 };
    }),
    tables: tables.map((table) => ({
      box: shown(table.box),
      ruled: table.ruled,
      cells: table.cells.map(({ row, col, rowSpan, colSpan, box, lines: inside }) => ({
        row,
        col,
        rowSpan,
        colSpan,
        text: inside.map((line) => line.text).join('\n'),
        box: shown(box),
      })),
    })),
  };
}
