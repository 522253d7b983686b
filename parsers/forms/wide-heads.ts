import { type Cell, Table } from '../layout/table.ts';
import { boxAround } from '../records/place.ts';

/**
 * A table without upright rules in which a text alone over a cell of several columns stands over all of them: 理由 in the middle of
 * what is wide enough for sentences.
 */
export function withWideHeads(table: Table): Table {
  if (table.ruled) return table;
  const heads = table.cells.flatMap((below) => {
    const over = below.row === 0 || below.colSpan === 1 ? [] : cellsOver(table, below);
    const texts = over.filter(({ lines }) => lines.length > 0);
    return texts.length === 1 && over.length > 1 ? [{ below, over, text: texts[0] as Cell }] : [];
  });
  if (heads.length === 0) return table;
  const taken = new Set(heads.flatMap(({ over }) => over));
  const wide = heads.map(({ below, over, text }): Cell => {
    const box = boxAround(over.map((cell) => cell.box));
    return { ...text, col: below.col, colSpan: below.colSpan, box };
  });
  const cells = [...table.cells.filter((cell) => !taken.has(cell)), ...wide];
  return new Table({ ...table, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) });
}

/** The cells of the row above that fill the columns of a cell and reach beyond neither end; none where they do not. */
function cellsOver(table: Table, { row, col, colSpan }: Cell): Cell[] {
  const over = new Set<Cell>();
  for (let at = col; at < col + colSpan; at++) {
    const cell = table.at(row - 1, at);
    if (!cell || cell.rowSpan > 1 || cell.col < col || cell.col + cell.colSpan > col + colSpan)
      return [];
    over.add(cell);
  }
  return [...over];
}
