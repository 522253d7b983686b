import { type Cell, Table } from '../layout/table.ts';
import type { FormCell } from './cell.ts';
import { bottom, end, type FormTable, partOf, range, tableOf } from './form-table.ts';
import { type FigureHead, figureHeadOf, headsFigures } from './head.ts';
import { NAME_HEAD, NOTE_HEAD } from './vocabulary/labels.ts';

/** Rows of a table whose rows are columns here, and its columns rows; what is noted of its rows stays as it is. */
export type Turned = { readonly tables: readonly FormTable[]; readonly to: number };

/** Rows that a year or a kind heads, at least. */
const MIN_HEADS = 2;

/**
 * Names side by side over rows that years and kinds head, 単位 and 判定 among them: 指標 | 参加者数 | 満足度 over 目標 and 実績
 * of each year. Turned it is what other forms print: a row of figures for each name.
 */
export function turnedAt(table: FormTable, row: number): Turned | null {
  const stub = table.at(row, 0);
  if (!stub || stub.row !== row || stub.look === 'figure' || stub.look === 'head') return null;
  const firstCol = end(stub);
  const top = bottom(stub);
  const over = top > 0 ? table.through(top - 1).filter(({ col }) => col >= firstCol) : [];
  if (over.length === 0 || !over.every(isName)) return null;
  let to = top;
  while (to < table.rows && keepsTo(table, to, firstCol, over)) {
    // Years over columns head them: what stands further up is the name of one thing and its unit.
    if (table.through(to).some(({ col, look }) => col >= firstCol && look === 'head')) return null;
    to++;
  }
  const rows = range(top, to);
  const notes = over.filter(({ col, folded }) => {
    const below = rows.map((at) => table.at(at, col)?.look);
    return NOTE_HEAD.test(folded) && !below.includes('figure');
  });
  const names = over.filter((cell) => !notes.includes(cell));
  const heads = rows.flatMap((at) => headOf(table, at, firstCol, names) ?? []);
  const isNamed = NAME_HEAD.test(stub.folded);
  if (names.length < (isNamed ? 1 : 2) || heads.length < MIN_HEADS) return null;
  if (!isNamed && !heads.some(({ year }) => year !== null)) return null;
  const under = (cells: readonly FormCell[]) =>
    partOf(
      table,
      [row, to],
      [...range(0, firstCol), ...cells.flatMap((cell) => range(cell.col, end(cell)))],
    );
  return { tables: [turned(under(names)), ...(notes.length > 0 ? [under(notes)] : [])], to };
}

const isName = ({ look }: FormCell) => look === 'words' || look === 'prose';

/** A row with labels of its own, and a cell under each name. */
function keepsTo(
  table: FormTable,
  row: number,
  firstCol: number,
  names: readonly FormCell[],
): boolean {
  const through = table.through(row);
  const labels = through.filter(({ col }) => col < firstCol);
  const cells = through.filter(({ col }) => col >= firstCol);
  return (
    labels.every((cell) => end(cell) <= firstCol && cell.look !== 'figure') &&
    labels.some(({ look }) => look !== 'empty') &&
    cells.length === names.length &&
    cells.every(
      ({ col, colSpan, rowSpan }, i) =>
        col === names[i]?.col && colSpan === names[i].colSpan && rowSpan === 1,
    )
  );
}

/** The year or kind that stands, and nothing else does, beside a row of figures. */
function headOf(
  table: FormTable,
  row: number,
  firstCol: number,
  names: readonly FormCell[],
): FigureHead | null {
  const figures = names.filter(({ col }) => table.at(row, col)?.look === 'figure');
  if (figures.length * 2 <= names.length) return null;
  const labels = table.through(row).filter(({ col }) => col < firstCol);
  const heads = labels.map(({ folded }) => figureHeadOf(folded, null)).filter(headsFigures);
  return heads.find(({ year }) => year !== null) ?? heads[0] ?? null;
}

function turned(table: FormTable): FormTable {
  const cells = new Map<Cell, FormCell>();
  for (const [i, cell] of table.grid.cells.entries()) {
    const { row, col, rowSpan, colSpan } = cell;
    const place = { row: col, col: row, rowSpan: colSpan, colSpan: rowSpan };
    cells.set({ ...cell, ...place }, { ...(table.cells[i] as FormCell), ...place });
  }
  const inOrder = [...cells.keys()].sort((a, b) => a.row - b.row || a.col - b.col);
  const tops = inOrder.map(({ col, box }) => [col, box[1]] as const);
  const grid = new Table({
    ...table.grid,
    rows: table.cols,
    cols: table.rows,
    xs: [...new Map(tops).values(), table.grid.box[3]],
    breaks: [],
    cells: inOrder,
  });
  return tableOf(grid, (cell) => cells.get(cell) as FormCell);
}
