import type { Glyph } from '../../pdf/page.ts';
import type { PageLayout } from '../layout.ts';
import { type Line, linesOf } from '../lines.ts';
import type { Table } from '../table.ts';
import { alignedTables } from './aligned.ts';
import { unstackedTable } from './stacked.ts';

/**
 * A page with the tables that no rules enclose beside the ruled ones. Where rules draw only rows or a box, how the text is
 * aligned may tell more: then the aligned table is taken.
 */
export function withAlignedTables(layout: PageLayout): Pick<PageLayout, 'lines' | 'tables'> {
  const weak = layout.tables.filter(isWeak);
  const lines =
    weak.length === 0
      ? layout.lines
      : linesOf([...layout.lines, ...weak.flatMap(linesIn)].flatMap(glyphsOf));
  const aligned = alignedTables(layout, lines).filter(
    (table) => !weak.some((other) => isOneRow(other, table)),
  );
  const kept = layout.tables.filter(
    (table) => !weak.includes(table) || !aligned.some((other) => holdsMostOf(other, table)),
  );
  const own = aligned.filter(
    (table) => !kept.some((other) => weak.includes(other) && overlap(table, other)),
  );
  const taken = new Set(own.flatMap(glyphsIn));
  const freed = weak.filter((table) => !kept.includes(table)).flatMap(linesIn);
  return {
    lines: [...layout.lines, ...freed].filter(
      ({ sources }) => !sources.some((glyph) => glyph && taken.has(glyph)),
    ),
    tables: [...kept.map(unstackedTable), ...own].sort(
      (a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0],
    ),
  };
}

/** Rules draw no more than its rows, or a strip of a larger table. */
const isWeak = ({ ruled, rows, cols }: Table): boolean => !ruled || rows === 1 || cols === 1;

/** So many rows and more are what a box with upright rules holds, and each has its name; fewer are lines of its cells. */
const MIN_ROWS = 3;

/** Whether what is aligned are the lines of the cells of one row that is ruled on all sides. */
function isOneRow(ruled: Table, aligned: Table): boolean {
  if (!ruled.ruled || ruled.rows > 1 || ruled.cols === 1) return false;
  const own = new Set(glyphsIn(ruled));
  if (!glyphsIn(aligned).every((glyph) => own.has(glyph))) return false;
  const named = aligned.cells.filter(({ col, lines }) => col === 0 && lines.length > 0).length;
  return aligned.rows < MIN_ROWS || named < aligned.rows;
}

const linesIn = ({ cells }: Table): readonly Line[] => cells.flatMap((cell) => cell.lines);
const glyphsOf = ({ sources }: Line): Glyph[] => [
  ...new Set(sources.filter((glyph) => glyph !== null)),
];
const glyphsIn = (table: Table): Glyph[] => linesIn(table).flatMap(glyphsOf);

function holdsMostOf(aligned: Table, weak: Table): boolean {
  const own = new Set(glyphsIn(aligned));
  const all = glyphsIn(weak);
  return all.filter((glyph) => own.has(glyph)).length * 2 > all.length;
}

const overlap = ({ box: a }: Table, { box: b }: Table): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
