import type { FormCell } from './cell.ts';
import { crossedAt, type MarkedChoices } from './crossed.ts';
import { end, type FormTable } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import { type HeadBlock, headBlockAt } from './head-block.ts';
import { type Inline, inlineName, nameAbove } from './inline-name.ts';
import { type FormListing, listingAt } from './listing.ts';
import { markedBelowAt } from './marked-below.ts';
import { panelsAt } from './panels.ts';
import { type FigureRow, figureRow } from './row-of-figures.ts';
import { turnedAt } from './turned.ts';

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
