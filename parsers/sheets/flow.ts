import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';
import { stitched } from '../layout/stitch.ts';
import { holdsText, type Table } from '../layout/table.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Block } from './block.ts';
import { furnitureOf, type Margins } from './furniture.ts';
import { partedAtHeadings } from './heading-rows.ts';

/**
 * The blocks of consecutive pages in reading order, page furniture gone, tables that a page break cut made whole.
 * @param kept lines that are content wherever they stand
 * @param isHeading whether a line heads a section, wherever it stands
 */
export function flowOf(
  layouts: readonly PageLayout[],
  margins: Margins,
  kept: ReadonlySet<Line>,
  isHeading: (line: Line) => boolean,
): Flow {
  const aside: PlacedText[] = [];
  const blocks = layouts.flatMap((layout) => {
    const { page, lines, tables } = layout;
    const furniture = furnitureOf(layout, margins);
    aside.push(
      ...lines.filter((line) => !kept.has(line) && !line.boxed && furniture.has(line)),
      ...layout.ruby,
      ...[...layout.overlays, ...layout.stamps.flat()].map((glyph) => ({
        text: glyph.text,
        sources: [glyph],
      })),
    );
    const here: Block[] = [
      ...lines
        .filter((line) => kept.has(line) || !(furniture.has(line) || line.boxed))
        .map((line): Block => ({ kind: 'line', page: page.number, line })),
      ...tables.flatMap((table): Block[] => {
        const boxed = linesInBox(table);
        return boxed
          ? boxed.map((line) => ({ kind: 'line', page: page.number, line }))
          : partedAtHeadings(table, page.number, isHeading);
      }),
    ];
    return here.sort((a, b) => top(a) - top(b));
  });
  const whole = joined(blocks);
  const stamps = layouts
    .flatMap(({ lines }) => lines)
    .filter((line) => line.boxed && !kept.has(line));
  return { blocks: whole, stamps, furniture: [...aside, ...dropped(blocks, whole)] };
}

/** What is said on some pages, in reading order, and what belongs to the pages themselves. */
export type Flow = {
  readonly blocks: readonly Block[];
  readonly furniture: readonly PlacedText[];
  /** In boxes of their own, none of them a heading. */
  readonly stamps: readonly Line[];
};

/** Heads of tables that the next page repeats. */
function dropped(pieces: readonly Block[], whole: readonly Block[]): PlacedText[] {
  const kept = new Set(whole.flatMap(cellLines));
  return pieces.flatMap(cellLines).filter((line) => !kept.has(line));
}

const cellLines = (block: Block): Line[] =>
  block.kind === 'table' ? block.table.cells.flatMap(({ lines }) => lines) : [];

/** The lines of a table whose text stands in one column: a box, with a bar beside it perhaps. */
function linesInBox({ cells }: Table): Line[] | null {
  const filled = cells.filter(holdsText);
  return new Set(filled.map(({ col }) => col)).size < 2
    ? filled.flatMap(({ lines }) => lines)
    : null;
}

function top(block: Block): number {
  return block.kind === 'line' ? block.line.box[1] : block.table.box[1];
}

/** Tables that a page break cut in two become one again. */
function joined(blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    const table =
      block.kind === 'table' && last?.kind === 'table' && block.page > last.page
        ? stitched(last.table, block.table)
        : null;
    if (table && last) whole[whole.length - 1] = { ...last, kind: 'table', table };
    else whole.push(block);
  }
  return whole;
}
