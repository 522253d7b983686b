import { type FormCell, labelOdds } from './cell.ts';
import { end, type FormTable, partOf, range } from './form-table.ts';
import type { Panels } from './panels.ts';

/**
 * Labels with sentences beside a table of figures, 区分 | ４年度決算 | 前年度の課題 | …。: what stands in the row of heads and is
 * told in a sentence heads no figures. Each part is a table of its own.
 */
export function proseBeside(table: FormTable, row: number): Panels | null {
  const cells = table.starting(row).filter(({ look }) => look !== 'empty');
  const at = cells.findIndex((cell, i) => labelOdds(cell) > 0 && cells[i + 1]?.look === 'prose');
  const label = cells[at];
  if (!label || at + 2 !== cells.length) return null;
  const heads = cells.slice(0, at).filter(({ look }) => look === 'head');
  if (heads.length < 2 || heads.length + 1 < at) return null;
  const to = endOf(table, row, label.col);
  const inRows = table.cells.filter((cell) => cell.row >= row && cell.row < to);
  const figures = inRows.filter(({ look }) => look === 'figure');
  if (figures.length === 0 || figures.some(({ col }) => col >= label.col)) return null;
  const used = (col: number) => inRows.some((cell) => cell.look !== 'empty' && covers(cell, col));
  const [left, right] = [range(0, label.col).filter(used), range(label.col, table.cols)];
  return {
    from: row,
    to,
    tables: [left, right].map((cols) => partOf(table, [row, to], cols)),
  };
}

/** The first row in which a cell runs over both parts. */
function endOf(table: FormTable, from: number, start: number): number {
  let row = from;
  const crosses = (cell: FormCell) => cell.col < start && end(cell) > start;
  while (row < table.rows && !table.through(row).some(crosses)) row++;
  return row;
}

const covers = (cell: FormCell, col: number): boolean => cell.col <= col && end(cell) > col;
