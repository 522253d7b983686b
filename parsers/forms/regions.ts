import { type FormCell, labelOdds } from './cell.ts';
import { crossedAt, type MarkedChoices } from './crossed.ts';
import { isLevel } from './figure-row.ts';
import { end, type FormTable } from './form-table.ts';
import { figureHeadOf, headsFigures } from './head.ts';
import { type FigureColumn, type HeadBlock, headBlockAt } from './head-block.ts';
import { type Inline, inlineName, nameAbove } from './inline-name.ts';
import { type FormListing, listingAt } from './listing.ts';
import { markedBelowAt } from './marked-below.ts';
import { panelsAt } from './panels.ts';
import { turnedAt } from './turned.ts';
import { NAME_LABEL } from './vocabulary/labels.ts';

/** One row of figures with what stands left of them, a line across the table, or a part of it. */
export type FigureRow =
  | {
      readonly band: null;
      readonly row: number;
      readonly stubs: readonly FormCell[];
      readonly cells: readonly {
        readonly cell: FormCell;
        readonly columns: readonly FigureColumn[];
      }[];
    }
  | { readonly band: FormCell };

/** Stretches of a table that are read in different ways. */
export type FormRegion =
  | {
      readonly kind: 'figures';
      readonly head: HeadBlock;
      readonly rows: readonly FigureRow[];
      readonly inline: Inline | null;
    }
  | { readonly kind: 'listing'; readonly listing: FormListing }
  | { readonly kind: 'marked'; readonly marked: MarkedChoices }
  | { readonly kind: 'panels'; readonly panels: readonly Panel[] }
  | { readonly kind: 'pairs'; readonly from: number; readonly to: number };

export type Panel = { readonly table: FormTable; readonly regions: readonly FormRegion[] };

export function formRegionsOf(table: FormTable): FormRegion[] {
  const regions: FormRegion[] = [];
  for (let row = 0; row < table.rows; ) {
    const panels = panelsAt(table, row);
    if (panels) {
      regions.push({ kind: 'panels', panels: panels.tables.map(panelOf) });
      row = panels.to;
      continue;
    }
    const marked = crossedAt(table, row) ?? markedBelowAt(table, row);
    if (marked) {
      regions.push({ kind: 'marked', marked });
      row = marked.to;
      continue;
    }
    const figures = figuresAt(table, row) ?? figuresAgain(table, row, regions);
    const turned = figures ? null : turnedAt(table, row);
    if (turned?.tables[0] && figuresAt(turned.tables[0], 0)) {
      regions.push({ kind: 'panels', panels: turned.tables.map(panelOf) });
      row = turned.to;
      continue;
    }
    // A line over the heads of figures makes no list of them.
    const listing = figures || figuresAt(table, row + 1) ? null : listingAt(table, row);
    if (figures) {
      const last = regions.at(-1);
      const above = last?.kind === 'pairs' ? nameAbove(table, figures.region, last.from) : null;
      if (above && last?.kind === 'pairs') {
        regions.pop();
        if (above.row > last.from) regions.push({ ...last, to: above.row });
      }
      regions.push(above ? { ...figures.region, inline: above.inline } : figures.region);
      row = figures.to;
    } else if (listing) {
      regions.push({ kind: 'listing', listing });
      row = listing.to;
    } else {
      const last = regions.at(-1);
      if (last?.kind === 'pairs') regions[regions.length - 1] = { ...last, to: row + 1 };
      else regions.push({ kind: 'pairs', from: row, to: row + 1 });
      row++;
    }
  }
  return regions;
}

/** A panel with its regions; a line across it above its heads is over all its rows: 収入. */
function panelOf(table: FormTable): Panel {
  const regions = formRegionsOf(table).flatMap((region): FormRegion[] => {
    if (region.kind !== 'figures' || region.inline) return [region];
    const [band, ...others] = region.head.from > 0 ? table.starting(region.head.from - 1) : [];
    const over = band && others.length === 0 && band.look !== 'empty';
    return [over ? { ...region, rows: [{ band }, ...region.rows] } : region];
  });
  return { table, regions };
}

/**
 * Rows that go on under heads further up, behind what was said of those before: 総括 between the parts of a list of
 * indicators. They keep to all its columns, and hold figures in most.
 */
function figuresAgain(
  table: FormTable,
  row: number,
  before: readonly FormRegion[],
): ReturnType<typeof figuresAt> {
  const last = before.findLast((region) => region.kind === 'figures');
  if (!last || last.inline || !bandOrRow(table, row, last.head)) return null;
  return rowsBelow(table, row, last.head);
}

function bandOrRow(table: FormTable, row: number, head: HeadBlock): boolean {
  const at = bandAt(table, row, head) ? row + 1 : row;
  const cells = at < table.rows ? table.through(at).filter(({ col }) => col >= head.firstCol) : [];
  const kept = cells.every((cell, i) => cell.col === head.columns[i]?.col);
  const figures = cells.filter(({ look }) => look === 'figure').length;
  const named = table.starting(at).some(({ col, look }) => col < head.firstCol && look === 'words');
  return kept && named && cells.length === head.columns.length && figures * 2 > cells.length;
}

function figuresAt(
  table: FormTable,
  at: number,
): { region: Extract<FormRegion, { kind: 'figures' }>; to: number } | null {
  const head = headBlockAt(table, at);
  return head && rowsBelow(table, head.to, head);
}

/** @param from the first row to be read */
function rowsBelow(table: FormTable, from: number, head: HeadBlock): ReturnType<typeof figuresAt> {
  const rows: FigureRow[] = [];
  let to = from;
  let bands: FigureRow[] = [];
  for (let row = from; row < table.rows; row++) {
    if (headBlockAt(table, row)) break;
    const across = bandAt(table, row, head);
    if (across) {
      bands.push({ band: across });
      continue;
    }
    const read = figureRow(table, row, head);
    if (!read) break;
    rows.push(...bands, read);
    bands = [];
    to = row + 1;
  }
  if (rows.length === 0 || tellsOnly(head, rows)) return null;
  return { region: { kind: 'figures', head, rows, inline: inlineName(table, head, rows) }, to };
}

/** Sentences and words under years and kinds, 令和４年度の計画 over what was planned: a list, not a table of figures. */
function tellsOnly({ columns }: HeadBlock, rows: readonly FigureRow[]): boolean {
  const kinds = columns.filter(({ heads }) =>
    heads.some(({ look, folded }) => look === 'head' && figureHeadOf(folded, null).kind !== null),
  );
  if (kinds.length === 0) return false;
  const cells = rows.flatMap((row) => (row.band ? [] : row.cells.map(({ cell }) => cell)));
  const looks = new Set(cells.map(({ look }) => look));
  return looks.has('prose') && !looks.has('figure');
}

/** A cell that runs across the table between rows of figures: the name of what follows. */
function bandAt(table: FormTable, row: number, head: HeadBlock): FormCell | null {
  const cells = table.starting(row).filter((cell) => cell.look !== 'empty');
  const [only] = cells;
  if (!only || cells.length > 1 || only.folded.includes('。') || only.look === 'figure')
    return null;
  const last = head.columns.at(-1);
  return last && only.col < head.firstCol && end(only) >= last.col + last.colSpan ? only : null;
}

/** Share of the columns whose borders a row keeps to. */
const MIN_ALIGNED = 0.6;

function figureRow(
  table: FormTable,
  row: number,
  head: HeadBlock,
): Extract<FigureRow, { band: null }> | null {
  const through = table.through(row);
  const cells = through
    .filter((cell) => cell.col >= head.firstCol)
    .map((cell) => ({
      cell,
      columns: head.columns.filter((c) => c.col >= cell.col && c.col + c.colSpan <= end(cell)),
    }));
  const inColumns = cells.filter(
    ({ cell, columns }) => columns[0]?.col === cell.col && lastEnd(columns) === end(cell),
  );
  const aligned = inColumns.reduce((sum, { columns }) => sum + columns.length, 0);
  if (aligned < MIN_ALIGNED * head.columns.length) return null;
  const crossing = through.find((cell) => cell.col < head.firstCol && end(cell) > head.firstCol);
  const figures = inColumns.some(({ cell }) => cell.look === 'figure');
  // A label may take the place of the first figure; any other cell across that border is of another part of the form.
  const labelling = crossing?.look === 'empty' || (crossing?.look === 'head' && figures);
  if (crossing && !labelling) return null;
  const beside = through.filter((cell) => cell.col < head.firstCol && cell.look !== 'empty');
  // 年度ごとの目標値 where the baseline has its column, 目標 and 実績 behind it: what the row's figures are.
  const labels = inColumns.filter(({ cell, columns: [column] }, i) => {
    const behind = inColumns.slice(i + 1).some((one) => one.cell.look === 'figure');
    const kind = cell.look === 'head' && figureHeadOf(cell.folded, null).kind !== null;
    return kind && behind && (i === 0 || (column && saysNothing(column)));
  });
  const stubs = [...beside, ...labels.map(({ cell }) => cell)];
  const kept = inColumns.filter((one) => !labels.includes(one));
  const widest = Math.max(...kept.map(({ columns }) => columns.length));
  const labelled = stubs.some((cell) => cell.look === 'head' && cell.rowSpan === 1);
  const words = kept.some(
    ({ cell, columns }) =>
      columns.length === widest && cell.look !== 'figure' && cell.look !== 'empty',
  );
  if (widest > 1 && widest === head.columns.length && words && !labelled) return null;
  // 指標名 beside a name begins the next indicator.
  const none = kept.every(({ cell }) => cell.look !== 'figure');
  const names = (cell: FormCell) => NAME_LABEL.test(cell.folded) || isLevel(cell);
  if (words && none && stubs.some((cell) => cell.rowSpan === 1 && names(cell))) return null;
  if (
    isRowOfPairs(
      kept.map(({ cell }) => cell),
      stubs,
    )
  )
    return null;
  return {
    band: null,
    row,
    stubs,
    cells: kept.filter(
      ({ cell }) =>
        cell.row === row || (row === head.to && cell.row >= head.from && labelOdds(cell) < 0),
    ),
  };
}

/** A column that neither a year nor a kind heads. */
const saysNothing = ({ heads }: FigureColumn): boolean =>
  heads.every(({ folded }) => !headsFigures(figureHeadOf(folded, null)));

/** Labels and values by turns in the columns of figures: the row belongs to another part of the form. */
function isRowOfPairs(cells: readonly FormCell[], stubs: readonly FormCell[]): boolean {
  if (stubs.some((cell) => cell.look === 'head')) return false;
  const labels = cells.filter((cell) => cell.look === 'words' && labelOdds(cell) > 3);
  return labels.length > 0 && !cells.some((cell) => cell.look === 'figure');
}

function lastEnd(columns: readonly FigureColumn[]): number {
  const last = columns.at(-1);
  return last ? last.col + last.colSpan : -1;
}
