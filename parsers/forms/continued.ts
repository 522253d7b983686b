import type { Reword } from '../formats/form-format.ts';
import { bordersOfBoth, onColumns, stitched } from '../layout/stitch.ts';
import type { Table } from '../layout/table.ts';
import { withBareYears } from './bare-years.ts';
import type { FormBlock } from './blocks.ts';
import { formCell } from './cell.ts';
import { type FormTable, tableOf } from './form-table.ts';
import { type FormRegion, formRegionsOf } from './regions.ts';

type TableBlock = Extract<FormBlock, { kind: 'table' }>;

/**
 * The blocks of a sheet's pages, in which a table at the foot of one page and its rows at the head of the next are one: they
 * have the same columns, and the rows go on with what stands under the heads of the page before.
 */
export function continued(pages: readonly (readonly FormBlock[])[], reword: Reword): FormBlock[] {
  const all: FormBlock[] = [];
  for (const blocks of pages) {
    const above = all.findLastIndex((block) => !isFurniture(block, all));
    const below = blocks.findIndex((block) => !isFurniture(block, all));
    const [table, rest] = [all[above], blocks[below]];
    const whole =
      table?.kind === 'table' && rest?.kind === 'table' && inOne(table.table, rest.table, reword);
    if (!whole) {
      all.push(...blocks);
      continue;
    }
    all[above] = { ...(table as TableBlock), table: whole };
    all.push(...blocks.filter((block) => block !== rest));
  }
  return all;
}

/** Numbers of pages, and what the pages before have said already. */
function isFurniture(block: FormBlock, before: readonly FormBlock[]): boolean {
  if (block.kind === 'table') return false;
  return block.chunks.every(
    ({ folded, page }) =>
      PAGE_NUMBER.test(folded) ||
      before.some(
        (one) =>
          one.kind === 'line' && one.page < page && one.chunks.some((c) => c.folded === folded),
      ),
  );
}
const PAGE_NUMBER = /^[-(（]*(?:P\.?)?\d{1,3}(?:\/\d{1,3})?(?:ページ|頁)?[-)）]*$/i;

function inOne(table: FormTable, rest: FormTable, reword: Reword): FormTable | null {
  const grid = onePage(table.grid, rest.grid);
  if (!grid || grid.rows === table.rows) return null;
  const filled = new Map([...table.cells, ...rest.cells].map((cell) => [cell.box, cell.filled]));
  const whole = withBareYears(
    tableOf(grid, (cell) => formCell(cell, filled.get(cell.box) ?? false, reword)),
  );
  return formRegionsOf(whole).some((region) => runsOver(region, table.rows)) ? whole : null;
}

/** Both tables on the columns of both: rows of one may merge what rows of the other part. */
function onePage(above: Table, below: Table): Table | null {
  const xs = bordersOfBoth(above, below);
  return xs && stitched(onColumns(above, xs), onColumns(below, xs));
}

/** Whether a region has rows on both sides of the break. @param at the first row below it */
function runsOver(region: FormRegion, at: number): boolean {
  if (region.kind === 'listing') return region.listing.from < at && region.listing.to > at;
  if (region.kind !== 'figures') return false;
  const rows = region.rows.flatMap((row) => (row.band ? [] : [row.row]));
  return region.head.to <= at && rows.some((row) => row >= at);
}
