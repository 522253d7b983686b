import type { Reword } from '../formats/form-format.ts';
import { withAlignedTables } from '../layout/aligned/competing.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Table } from '../layout/table.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Fill } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { withBareYears } from './bare-years.ts';
import { type FormTable, formTable } from './form-table.ts';
import { type Chunk, chunksOf } from './lines.ts';
import { withLoneLabels } from './lone-labels.ts';
import { withRowRuledTables } from './row-ruled.ts';
import { withShownChoices } from './shown-choices.ts';
import { withUnruledColumns } from './unruled-columns.ts';
import { withWhiteColumns } from './white-columns.ts';
import { withWideHeads } from './wide-heads.ts';

/** What a page holds, from top to bottom: stretches of lines, and tables. */
export type FormBlock =
  | { readonly kind: 'line'; readonly page: number; readonly chunks: readonly Chunk[] }
  | {
      readonly kind: 'table';
      readonly page: number;
      readonly table: FormTable;
    };

/** @param reword what a form's own words mean */
export function blocksOf(layout: PageLayout, reword: Reword = asPrinted): FormBlock[] {
  const { page } = layout;
  const ruled = withRowRuledTables(layout);
  const { lines, tables } = ruled.tables.length > 0 ? ruled : withAlignedTables(layout);
  const gutters = guttersBetween(tables.map(({ box }) => box));
  const placed = [
    ...lines.map((line) => ({
      y: (line.box[1] + line.box[3]) / 2,
      block: {
        kind: 'line',
        page: page.number,
        chunks: chunksOf(line, page.number, gutters, reword),
      } as FormBlock,
    })),
    ...tables.map((table) => {
      const block: FormBlock = {
        kind: 'table',
        page: page.number,
        table: tableIn(table, page.fills, reword),
      };
      return { y: table.box[1], block };
    }),
  ];
  return placed.sort((a, b) => a.y - b.y).map(({ block }) => block);
}

const tableIn = (table: Table, fills: readonly Fill[], reword: Reword): FormTable =>
  withShownChoices(
    withBareYears(
      formTable(
        withLoneLabels(withWideHeads(withUnruledColumns(withWhiteColumns(table)))),
        fills,
        reword,
      ),
    ),
    fills,
  );

/** How far above tables abreast their headings stand (points). */
const ABOVE = 30;

/** The boxes between tables that stand abreast, with what stands over them. */
const guttersBetween = (boxes: readonly Box[]): Box[] =>
  boxes.flatMap((left) =>
    boxes
      .filter((right) => right[0] >= left[2] && right[1] < left[3] && right[3] > left[1])
      .map(
        (right): Box => [
          left[2],
          Math.min(left[1], right[1]) - ABOVE,
          right[0],
          Math.max(left[3], right[3]),
        ],
      ),
  );

export const asPrinted: Reword = (folded) => folded;

/** Its printed texts, cell by cell or stretch by stretch. */
export const blockTexts = (block: FormBlock): PlacedText[] =>
  block.kind === 'line'
    ? block.chunks.map((chunk) => chunk.text)
    : block.table.cells.filter(({ look }) => look !== 'empty').map((cell) => cell.text);
