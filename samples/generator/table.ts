import type { Passage } from './content.ts';
import type { Flow } from './flow.ts';
import { ASCENT, type Face, type Rule } from './page.ts';
import type { Line } from './wrap.ts';

export type Cell = {
  readonly row: number;
  readonly col: number;
  readonly rows?: number;
  readonly cols?: number;
  readonly text: string;
  readonly owner?: object;
  readonly align?: 'left' | 'center' | 'right';
  readonly face?: Face;
  readonly top?: boolean;
  /** Stands above the text, a line through it. */
  readonly struck?: Passage;
};

export type Table = {
  /** Column widths, as shares of the text's width. */
  readonly columns: readonly number[];
  readonly rows: number;
  readonly header: number;
  /** Rows before which a page may end. */
  readonly breaks: readonly number[];
  /** Rows whose upper border is a dashed one. */
  readonly dashed?: readonly number[];
  readonly cells: readonly Cell[];
  readonly size?: number;
};

type Measured = Table & {
  readonly size: number;
  readonly edges: readonly number[];
  readonly heights: readonly number[];
};

type Box = readonly [number, number, number, number];

const PADDING = { x: 2.5, y: 2 };
/** From the baseline to the middle of letters, as a share of their size. */
const MIDDLE = 0.38;

/** Draws the table at the flow's place, over as many pages as it takes. */
export function drawTable(flow: Flow, table: Table): void {
  const measured = measure(flow, table);
  let from = 0;
  while (from < table.rows) {
    const repeated = from > 0 && flow.style.repeatHeader ? table.header : 0;
    const room = flow.room - sum(measured, 0, repeated);
    const to = lastRow(measured, from, room, from > 0 || flow.atTop);
    if (to === from) {
      flow.newPage();
      continue;
    }
    if (repeated > 0) drawRows(flow, measured, 0, repeated);
    drawRows(flow, measured, from, to);
    from = to;
    if (from < table.rows) flow.newPage();
  }
}

function measure(flow: Flow, table: Table): Measured {
  const size = table.size ?? flow.style.cell;
  const total = table.columns.reduce((a, b) => a + b, 0);
  const edges = [flow.left];
  for (const column of table.columns) {
    edges.push((edges.at(-1) ?? 0) + (column / total) * flow.width);
  }
  const heights = Array.from({ length: table.rows }, () => 0);
  const measured = { ...table, size, edges, heights };
  for (const cell of table.cells.toSorted((a, b) => (a.rows ?? 1) - (b.rows ?? 1))) {
    const last = lastTextRow(table, cell);
    const needed = textHeight(flow, measured, cell) + 2 * PADDING.y;
    const missing = needed - sum(measured, cell.row, last + 1);
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return measured;
}

/** The last row that the cell's text may count on: a page may end behind it. */
function lastTextRow(table: Table, cell: Cell): number {
  const end = cell.row + (cell.rows ?? 1);
  return Math.min(end, table.breaks.find((row) => row > cell.row) ?? end) - 1;
}

const sum = (table: Pick<Measured, 'heights'>, from: number, to: number) =>
  table.heights.slice(from, to).reduce((a, b) => a + b, 0);

/** The row before which the page must end; the header never stands alone. `from` itself where a new page is better. */
function lastRow(table: Measured, from: number, room: number, atTop: boolean): number {
  if (sum(table, from, table.rows) <= room) return table.rows;
  const possible = table.breaks.filter(
    (row) => row > from && row > table.header && sum(table, from, row) <= room,
  );
  if (possible.length === 0 && !atTop) return from;
  return possible.at(-1) ?? table.breaks.find((row) => row > from) ?? table.rows;
}

function drawRows(flow: Flow, table: Measured, from: number, to: number): void {
  const top = flow.y - sum(table, 0, from);
  for (const cell of table.cells) {
    const end = cell.row + (cell.rows ?? 1);
    if (end <= from || cell.row >= to) continue;
    const y0 = top + sum(table, 0, Math.max(cell.row, from));
    const y1 = top + sum(table, 0, Math.min(end, to));
    const x0 = table.edges[cell.col] ?? 0;
    const x1 = table.edges[cell.col + (cell.cols ?? 1)] ?? 0;
    flow.page.rules.push(...border(table, cell, [x0, y0, x1, y1]));
    if (cell.row >= from) drawText(flow, table, cell, [x0, y0, x1, y1]);
  }
  flow.y = top + sum(table, 0, to);
}

function border(table: Table, cell: Cell, box: Box): Rule[] {
  const [x0, y0, x1, y1] = box.map((side) => Math.round(side * 100) / 100) as [
    number,
    number,
    number,
    number,
  ];
  const dashed = (row: number) => table.dashed?.includes(row) ?? false;
  return [
    { x0, y0, x1, y1: y0, dashed: dashed(cell.row) },
    { x0, y0: y1, x1, y1, dashed: dashed(cell.row + (cell.rows ?? 1)) },
    { x0, y0, x1: x0, y1, dashed: false },
    { x0: x1, y0, x1, y1, dashed: false },
  ];
}

function drawText(flow: Flow, table: Measured, cell: Cell, [x0, y0, x1, y1]: Box): void {
  const struck = struckLines(flow, table, cell);
  const lines = [...struck, ...cellLines(flow, table, cell)];
  const height = table.size * flow.style.cellLeading;
  const start = cell.top ? y0 + PADDING.y : (y0 + y1 - lines.length * height) / 2;
  let y = start + (height - table.size) / 2 + ASCENT * table.size;
  for (const [index, line] of lines.entries()) {
    const slack = x1 - x0 - 2 * PADDING.x - line.width;
    const shift = cell.align === 'center' ? slack / 2 : cell.align === 'right' ? slack : 0;
    const x = x0 + PADDING.x + shift;
    if (index < struck.length) {
      flow.put(line, x, y, table.size, { ...(cell.struck && { owner: cell.struck }) });
      const middle = y - MIDDLE * table.size;
      flow.page.strikes.push({ x0: x, x1: x + line.width, y: middle, size: table.size });
    } else flow.put(line, x, y, table.size, cell);
    y += height;
  }
}

const struckLines = (flow: Flow, table: Measured, cell: Cell): Line[] =>
  cell.struck === undefined ? [] : cellLines(flow, table, { ...cell, text: cell.struck.text });

function cellLines(flow: Flow, table: Measured, cell: Cell): Line[] {
  if (cell.text === '') return [];
  const x0 = table.edges[cell.col] ?? 0;
  const x1 = table.edges[cell.col + (cell.cols ?? 1)] ?? 0;
  const width = x1 - x0 - 2 * PADDING.x;
  return flow.wrapped(cell.text, table.size, cell.face ?? 'mincho', width, false);
}

const textHeight = (flow: Flow, table: Measured, cell: Cell) =>
  Math.max(1, struckLines(flow, table, cell).length + cellLines(flow, table, cell).length) *
  table.size *
  flow.style.cellLeading;
