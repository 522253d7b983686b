import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { measureEmbedded } from '../generator/embedded.ts';
import type { Block, Cell, Form, Grid, Page } from './form.ts';

const font = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`);
const FONTS = {
  mincho: font('shippori-mincho/400Regular/ShipporiMincho_400Regular.ttf'),
  gothic: font('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
} as const;
export type DrawStyle = { readonly face: keyof typeof FONTS; readonly fill: string | null };

const A4 = [595.28, 841.89] as const;
const MARGIN = 34;
/** White between columns. */
const GUTTER = 8;
const SIZE = 8.5;
const PAD = 2;

/** Draws a form as a spreadsheet prints it: cells with borders, merged ones, shaded labels. */
export async function drawForm(form: Form, style: DrawStyle): Promise<Uint8Array> {
  const day = new Date('2020-04-01T00:00:00Z');
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Producer: 'shisaku samples', CreationDate: day, ModDate: day },
  });
  document.registerFont('text', FONTS[style.face]);
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  for (const page of form.pages) drawPage(document, page, style);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

function drawPage(
  document: PDFKit.PDFDocument,
  { landscape, blocks, columns = [] }: Page,
  style: DrawStyle,
): void {
  const [width, height] = landscape ? [A4[1], A4[0]] : A4;
  document.addPage({ size: [width, height], margin: 0 });
  const room = width - 2 * MARGIN;
  const y = drawBlocks(document, blocks, { left: MARGIN, width: room }, MARGIN, style);
  const each = (room - GUTTER * (columns.length - 1)) / columns.length;
  const ends = columns.map((column, i) => {
    const strip = { left: MARGIN + i * (each + GUTTER), width: each };
    return drawBlocks(document, column, strip, y, style);
  });
  const bottom = Math.max(y, ...ends);
  if (bottom > height - 10) throw new Error(`a page is too full: ${bottom} of ${height}`);
}

/** The part of a page's width that blocks stand in. */
type Strip = { readonly left: number; readonly width: number };

/** Draws blocks one below the other; gives where they end. */
function drawBlocks(
  document: PDFKit.PDFDocument,
  blocks: readonly Block[],
  strip: Strip,
  top: number,
  style: DrawStyle,
): number {
  const { left: start, width } = strip;
  let y = top;
  for (const block of blocks) {
    if ('gap' in block) y += block.gap;
    else if ('line' in block) {
      const { left, middle, right, size } = block.line;
      const at = (text: string | undefined, x: (w: number) => number) => {
        if (text) show(document, text, x(widthOf(text, size, style)), y, size);
      };
      at(left, () => start);
      at(middle, (w) => start + (width - w) / 2);
      at(right, (w) => start + width - w);
      y += size * 1.6;
    } else y = drawGrid(document, block.grid, y, strip, style);
  }
  return y;
}

type Placed = { readonly cell: Cell; readonly row: number; readonly col: number };

function drawGrid(
  document: PDFKit.PDFDocument,
  table: Grid,
  top: number,
  strip: Strip,
  style: DrawStyle,
): number {
  const { xs, ys, placed } = measured(table, top, strip, style);
  for (const { cell, row, col } of placed) {
    const [x0, x1, y0, y1] = [xs[col], xs[col + cell.w], ys[row], ys[row + cell.h]] as [
      number,
      number,
      number,
      number,
    ];
    if (cell.fill && style.fill)
      document
        .rect(x0, y0, x1 - x0, y1 - y0)
        .fill(style.fill)
        .fillColor('black');
    document.lineWidth(0.6).strokeColor('black');
    if (table.rules === 'all') document.rect(x0, y0, x1 - x0, y1 - y0).stroke();
    else if (table.rules === 'rows')
      document.moveTo(x0, y0).lineTo(x1, y0).moveTo(x0, y1).lineTo(x1, y1).stroke();
    drawCell(document, cell, [x0, y0, x1, y1], style);
  }
  return ys.at(-1) as number;
}

/** Where the borders of a table stand, and its cells. */
function measured(
  { cols, rows, rowHeight }: Grid,
  top: number,
  { left, width }: Strip,
  style: DrawStyle,
): { xs: number[]; ys: number[]; placed: Placed[] } {
  const total = cols.reduce((sum, w) => sum + w, 0);
  const xs = [left];
  for (const w of cols) xs.push((xs.at(-1) as number) + (w / total) * width);
  const placed = placedCells(rows, cols.length);
  const heights = rows.map(() => rowHeight);
  for (const { cell, row, col } of [...placed].sort((a, b) => a.cell.h - b.cell.h)) {
    const room = (xs[col + cell.w] as number) - (xs[col] as number) - 2 * PAD;
    const needed = linesOf(cell, room, style).length * (cell.size ?? SIZE) * 1.25 + 2 * PAD;
    const has = heights.slice(row, row + cell.h).reduce((sum, h) => sum + h, 0);
    if (needed > has)
      heights[row + cell.h - 1] = (heights[row + cell.h - 1] as number) + needed - has;
  }
  const ys = [top];
  for (const h of heights) ys.push((ys.at(-1) as number) + h);
  return { xs, ys, placed };
}

/** Heights in points: of the room on a page, and of what stands there. */
export const heightOf = {
  page: (landscape: boolean): number => (landscape ? A4[0] : A4[1]) - MARGIN - 12,
  block: (block: Block, landscape: boolean, style: DrawStyle): number => {
    if ('gap' in block) return block.gap;
    if ('line' in block) return block.line.size * 1.6;
    const width = (landscape ? A4[1] : A4[0]) - 2 * MARGIN;
    return measured(block.grid, 0, { left: MARGIN, width }, style).ys.at(-1) as number;
  },
};

/** Cells where a table of HTML would put them: each in the first free field of its row. */
function placedCells(rows: readonly (readonly Cell[])[], cols: number): Placed[] {
  const taken = rows.map(() => new Array<boolean>(cols).fill(false));
  return rows.flatMap((cells, row) => {
    let col = 0;
    const placed = cells.map((cell): Placed => {
      while (taken[row]?.[col]) col++;
      const at = { cell, row, col };
      for (let r = row; r < row + cell.h; r++) taken[r]?.fill(true, col, col + cell.w);
      return at;
    });
    if (taken[row]?.includes(false))
      throw new Error(`row ${row} is too short: ${cells.map((c) => c.text).join('|')}`);
    return placed;
  });
}

function drawCell(
  document: PDFKit.PDFDocument,
  cell: Cell,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  style: DrawStyle,
): void {
  const size = cell.size ?? SIZE;
  const lines = linesOf(cell, x1 - x0 - 2 * PAD, style);
  const step = size * 1.25;
  let y = (y0 + y1) / 2 - (lines.length * step) / 2 + (step - size) / 2;
  for (const text of lines) {
    const w = widthOf(text, size, style);
    const x =
      cell.align === 'left' ? x0 + PAD : cell.align === 'right' ? x1 - PAD - w : (x0 + x1 - w) / 2;
    show(document, text, x, y, size);
    y += step;
  }
}

function linesOf({ text, upright, size }: Cell, room: number, style: DrawStyle): string[] {
  if (text === '') return [];
  if (upright) return [...text];
  return text.split('\n').flatMap((part) => {
    const lines = [''];
    let used = 0;
    for (const c of part) {
      const w = widthOf(c, size ?? SIZE, style);
      if (used + w > room && lines.at(-1) !== '') {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += c;
      used += w;
    }
    return lines;
  });
}

const widthOf = (text: string, size: number, { face }: DrawStyle): number =>
  [...text].reduce((sum, c) => sum + measureEmbedded(c, face) * size, 0);

function show(
  document: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  document.font('text').fontSize(size).text(text, x, y, { lineBreak: false, features: [] });
}
