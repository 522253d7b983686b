import type { Format } from '../formats/format.ts';
import { fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { type Cell, cellText, holdsText, Table } from '../layout/table.ts';
import { around } from '../layout/text.ts';
import type { Block } from './block.ts';
import { Likeness } from './likeness.ts';
import { withoutYear, wordings } from './wording.ts';

/** A cell says what a heading says when that has so much of its words. */
const LIKE = 0.7;
/** A heading in a cell has so many characters. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 40;

/** The blocks, with tables whose first column names a narrative section in every row as headings and what stands beside them. */
export function withSideHeadings(format: Format, blocks: readonly Block[]): Block[] {
  const likeness = new Likeness(format.sections.map(({ says }) => withoutYear(says)));
  const heads = (cell: Cell) => isSectionName(format, likeness, cellText(cell).text);
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block];
    const filled = block.table.cells.filter(holdsText);
    const names = filled.filter(({ col }) => col === 0);
    if (names.length === 0 || !names.every(heads)) return [block];
    const beside = names.map((name) =>
      filled.filter((cell) => cell.col > 0 && isBeside(cell, name)),
    );
    if (beside.flat().length !== filled.length - names.length) return [block];
    return names.flatMap((name, i) => [
      { kind: 'line', page: pageOf(name, block.page), line: headingIn(name) },
      ...contentOf(block, beside[i] ?? []),
    ]);
  });
}

function isSectionName({ sections }: Format, likeness: Likeness, text: string): boolean {
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH || text.includes('。')) return false;
  const forms = wordings(fold(text).text).map((form) => likeness.of(withoutYear(form)));
  const likes = sections.map((_, s) => Math.max(...forms.map((form) => form[s] ?? 0)));
  const most = Math.max(...likes);
  return most >= LIKE && sections[likes.indexOf(most)]?.kind === 'narrative';
}

const isBeside = (cell: Cell, name: Cell): boolean =>
  cell.row >= name.row && cell.row + cell.rowSpan <= name.row + name.rowSpan;

function headingIn(cell: Cell): Line {
  const text = cellText(cell);
  const box = around(text.sources.filter((glyph) => glyph !== null));
  return { ...(cell.lines[0] as Line), ...text, box, gaps: [], heads: true };
}

/** Lines of one column as lines, cells side by side as a table. */
function contentOf({ page, table }: Block & { kind: 'table' }, cells: readonly Cell[]): Block[] {
  if (new Set(cells.map(({ col }) => col)).size > 1) {
    return [{ kind: 'table', page, table: new Table({ ...table, cells }) }];
  }
  return cells.flatMap(({ lines }) =>
    lines.map((line): Block => ({ kind: 'line', page: pageOfLine(line) ?? page, line })),
  );
}

const pageOfLine = ({ sources }: Line) => sources.find((glyph) => glyph !== null)?.page;
const pageOf = ({ lines: [line] }: Cell, page: number) => (line && pageOfLine(line)) ?? page;
