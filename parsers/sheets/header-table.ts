import type { Format } from '../formats/format.ts';
import type { PageLayout } from '../layout/layout.ts';
import { type Line, linesOf } from '../layout/lines.ts';
import { type Cell, cellText, holdsText, Table } from '../layout/table.ts';
import { around, join } from '../layout/text.ts';
import { opens } from './header.ts';
import { knownHeading } from './headings.ts';
import { openingsIn } from './openings.ts';

/** No header table has a row with more filled cells: a target table has. */
const MAX_CELLS = 6;
/** A cell with at most so many characters labels the one beside it. */
const MAX_LABEL = 8;

/** A page whose headers in table cells are lines as all others are; any other page as it is. */
export function withHeaderLines(layout: PageLayout, formats: readonly Format[]): PageLayout {
  const lines = [...layout.lines];
  const tables = layout.tables.flatMap((table) => {
    const first =
      table.cells.find((cell) =>
        cell.lines.some((line) => formats.some((format) => opens(format, line))),
      ) ?? openingRow(table, formats);
    if (!first) return [table];
    const header = headerRows(table, first.row, formats);
    insert(
      lines,
      header.flatMap((row) => linesOfRow(row)),
      table,
    );
    const taken = new Set(header.flat());
    const rest = table.cells.filter((cell) => !taken.has(cell));
    return rest.some(holdsText) ? [new Table({ ...table, cells: rest })] : [];
  });
  const taken = lines.length > layout.lines.length;
  return taken && openingsIn(lines, formats).size > 0 ? { ...layout, lines, tables } : layout;
}

const rowOf = (table: Table, row: number): Cell[] =>
  table.cells.filter((cell) => cell.row === row && holdsText(cell));

/** The first cell of a row that opens a sheet once its labels stand beside what they label. */
function openingRow(table: Table, formats: readonly Format[]): Cell | undefined {
  for (let row = 0; row < table.rows; row++) {
    const cells = rowOf(table, row);
    if (cells.length < 2 || cells.length > MAX_CELLS) continue;
    if (linesOfRow(cells).some((line) => formats.some((format) => opens(format, line)))) {
      return cells[0];
    }
  }
  return undefined;
}

/** The rows of a header, up to one that is no header's. */
function headerRows(table: Table, from: number, formats: readonly Format[]): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = from; row < table.rows; row++) {
    const cells = rowOf(table, row);
    const heads = cells.some((cell) =>
      formats.some((format) => knownHeading(format, cellText(cell).text)),
    );
    if (heads || cells.length > MAX_CELLS) break;
    rows.push(cells);
  }
  return rows;
}

/** The lines of a row's cells, a label in one line with what it labels. */
function linesOfRow(cells: readonly Cell[]): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < cells.length; i++) {
    const [own, next] = [cells[i]?.lines ?? [], cells[i + 1]?.lines ?? []];
    const [label] = own;
    const labels = own.length === 1 && label && label.text.length <= MAX_LABEL && next.length > 0;
    if (!labels) {
      const cell = cells[i];
      lines.push(...(cell && cells.length > 1 ? unwrapped(cell) : own));
      continue;
    }
    lines.push(...beside(label, next));
    i++;
  }
  return lines;
}

/** A line that fills its cell goes on in the next one when less than this share of its size is left beyond the other edge's. */
const LEFT_OVER = 1;

/** The lines of a cell beside others, those that break where the cell ends in one. */
function unwrapped({ lines, box }: Cell): Line[] {
  const whole: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = whole.at(-1);
    const room = before && box[2] - before.box[2] - (before.box[0] - box[0]);
    if (last && before && room !== undefined && room < LEFT_OVER * before.size) {
      const boxes = around([...last.sources, ...line.sources].filter((glyph) => glyph !== null));
      whole[whole.length - 1] = { ...last, ...join([last, line]), box: boxes };
    } else whole.push(line);
    before = line;
  }
  return whole;
}

/** A label and the lines beside it, the first of them in one line with it where it stands level with it. */
function beside(label: Line, [first, ...more]: readonly Line[]): Line[] {
  if (!first) return [label];
  const glyphs = [...label.sources, ...first.sources].filter((glyph) => glyph !== null);
  const [joined, ...others] = linesOf([...new Set(glyphs)]);
  return joined && others.length === 0 ? [joined, ...more] : [label, first, ...more];
}

/** Puts lines where their table stands among those of the page. */
function insert(lines: Line[], header: readonly Line[], table: Table): void {
  const at = lines.findIndex((line) => line.box[1] > table.box[1]);
  lines.splice(at < 0 ? lines.length : at, 0, ...header);
}
