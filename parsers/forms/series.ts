import type { UnitCaption } from './captions.ts';
import type { FormCell } from './cell.ts';
import { isLevel, type RowLabels, rowLabels } from './figure-row.ts';
import { type FigureHead, figureHeadOf } from './head.ts';
import type { FigureColumn } from './head-block.ts';
import type { Inline } from './inline-name.ts';
import { kindBehind } from './kind-behind.ts';
import { isMeasured, isMoney, isMoneyName, unitOfNames } from './money-region.ts';
import { levelIn } from './naming.ts';
import { columnHead, place } from './observed.ts';
import type { FormRegion } from './regions.ts';
import { withoutRivals } from './rivals.ts';
import { levelOf, type StackedHeads, stackIn, unstackedCell } from './stacked.ts';
import { SUBTOTAL } from './vocabulary/money.ts';
import { withYear, yearsBesideFigures } from './year-beside.ts';

type Figures = Extract<FormRegion, { kind: 'figures' }>;

/** A cell of figures with the labels of its row and of its column. */
export type FigureCell = {
  readonly cell: FormCell;
  readonly row: FigureHead | null;
  readonly column: FigureHead;
  /** The last of the columns that one cell spans; null where it has one. */
  readonly lastColumn: FigureHead | null;
  /** The labels over it, outermost first. */
  readonly columnHeads: readonly FormCell[];
  /** All labels that say what it is. */
  readonly headCells: readonly FormCell[];
};

/** Words of a row: under which label they stand, and under which other where that is not the series' name. */
export type Note = { readonly label: FormCell; readonly cell: FormCell; readonly under?: FormCell };

/** Figures of one indicator or of one line of money. */
export type FigureSeries = {
  readonly labels: RowLabels;
  readonly bands: readonly FormCell[];
  readonly money: boolean;
  readonly observations: FigureCell[];
  /** What stands in columns of words: a note (備考), its column's head. */
  readonly notes: Note[];
  /** Judgements under their label, and the head between these two: 評価 over R3 and R4. */
  readonly ratings: {
    readonly label: FormCell;
    readonly cell: FormCell;
    readonly within?: FormCell;
  }[];
  /** The unit of money that the head over the names says for all of them. */
  readonly caption?: string;
  /** Units of single lines, by a part of their names, as a caption says them. */
  readonly others?: UnitCaption['others'];
  /** The cell of a column of target years, and of years of the baseline. */
  targetYear: FormCell | null;
  baseYear: FormCell | null;
};

/**
 * The rows of a region as series: rows that share a name are one.
 * @param named the indicator that was named last before the table, for rows that name none
 * @param said what a line above the table says of figures one above the other
 */
export function figureSeriesOf(
  region: Figures,
  evaluated: number | null,
  context: string,
  named: RowLabels | null,
  said: StackedHeads | null,
): FigureSeries[] {
  const rows = region.rows.flatMap((row) => (row.band ? [] : [row]));
  const stubs = rows.flatMap((row) => row.stubs);
  const read = new Map(
    rows.map((row) => [
      row,
      rowLabels(
        row.stubs.flatMap((cell) => kindBehind(cell, stubs) ?? [cell]),
        region.head,
        evaluated,
      ),
    ]),
  );
  const sides = sideLabels([...read.values()]);
  const money = isMoney(region, context);
  const caption = unitOfNames(region);
  const heads = region.head.stubs;
  const found: FigureSeries[] = [];
  let bands: FormCell[] = [];
  let previous: FormCell | null = null;
  let afterBand = false;
  for (const row of region.rows) {
    if (row.band) {
      bands = afterBand ? [...bands, row.band] : [row.band];
      afterBand = true;
      continue;
    }
    afterBand = false;
    const labels = region.inline
      ? inlineLabels(read.get(row) as RowLabels, region.inline)
      : underBand(resolved(read.get(row) as RowLabels, sides, named, money), bands);
    const last = found.at(-1);
    const same = labels.name?.parted ? found.findLast((one) => isAgain(one, labels)) : undefined;
    const goesOn =
      last !== undefined &&
      labels.name !== null &&
      labels.name === previous &&
      labels.part === last.labels.part;
    const before = goesOn ? last : same;
    const series: FigureSeries = before
      ? before
      : {
          labels,
          bands: bands.filter((band) => band !== labels.name),
          money:
            region.inline === null &&
            labels.level === null &&
            !isMeasured(labels) &&
            (money || isMoneyName(labels.name, region) || isPartOf(labels.name, last)),
          observations: region.inline ? [] : besideNames(labels.notes, evaluated),
          notes: region.inline
            ? inlineNotes(region.inline)
            : labels.notes.filter((note) => !isBesideNames(note)),
          ratings: [],
          targetYear: null,
          baseYear: null,
          ...(caption === null ? {} : { caption }),
        };
    if (!before) found.push(series);
    previous = labels.name;
    const yearsBeside = yearsBesideFigures(row.cells);
    const years = new Set([...yearsBeside.values()]);
    for (const { cell, columns } of row.cells) {
      if (cell.look === 'empty' || years.has(cell)) continue;
      const year = yearsBeside.get(cell);
      const within = year ? withYear(columns, year) : columns;
      const stack = labels.heads.some(({ head }) => head.kind)
        ? null
        : (stackIn([...heads, ...row.stubs, ...(columns[0]?.heads ?? [])]) ?? said);
      const level = stack && !isOfKind(columns) && levelOf(cell, labels.name, stack);
      const parts = level
        ? [{ cell, head: level }]
        : ((stack && unstackedCell(cell, stack)) ?? [{ cell, head: null }]);
      for (const { cell: part, head } of parts) {
        place(part, within, labels, head, series, evaluated);
      }
    }
  }
  return found
    .map(withoutRivals)
    .filter(
      ({ observations, notes, ratings }) => observations.length + notes.length + ratings.length > 0,
    );
}

/** 達成率 beside years: what its figures are is said already. */
const isOfKind = ([column]: readonly FigureColumn[]): boolean =>
  column !== undefined && columnHead(column, null).kind !== null;

/** うち一般財源 below a line of money. */
const isPartOf = (name: FormCell | null, above: FigureSeries | undefined): boolean =>
  above?.money === true && name !== null && SUBTOTAL.test(name.folded.replace(/^\(/, ''));

/** Labels that run along rows of which some have a name of their own. */
function sideLabels(rows: readonly RowLabels[]): Set<FormCell> {
  return new Set(rows.flatMap(({ name, path }) => (name ? path : [])));
}

/** A name that is the side label of other rows gives way to the row's own kind: 当初予算 beside 予算の状況. */
function resolved(
  labels: RowLabels,
  sides: ReadonlySet<FormCell>,
  named: RowLabels | null,
  money: boolean,
): RowLabels {
  const { name, heads, path } = labels;
  const own = heads.at(-1)?.cell ?? null;
  if (name === null && named) return { ...named, heads, level: labels.level ?? named.level };
  if (name === null) {
    // 予算 along the rows of 当初 and 補正 is what these stand under.
    const over = heads.filter((one) => one.cell !== own && one.cell.rowSpan > 1 && !one.head.year);
    return money
      ? { ...labels, name: own, path: [...path, ...over.map(({ cell }) => cell)] }
      : labels;
  }
  if (!sides.has(name) || !own) return labels;
  return { ...labels, name: own, path: [...path, name] };
}

/** Whether the name of a row stood before another kind already: 目標 and 実績 along the same names. */
function isAgain({ labels }: FigureSeries, { name, path, heads }: RowLabels): boolean {
  const kinds = (all: RowLabels['heads']) => all.map(({ cell }) => cell.folded).join();
  return (
    labels.name?.parted === true &&
    labels.name.folded === name?.folded &&
    labels.path.every((cell, i) => cell === path[i]) &&
    kinds(labels.heads) !== kinds(heads)
  );
}

/** Rows of kinds below what stands across the table: it is their name, unless it says only the level. */
function underBand(labels: RowLabels, bands: readonly FormCell[]): RowLabels {
  const band = bands.at(-1);
  const kinds = labels.heads.some(({ head }) => head.kind !== null);
  return labels.name === null && kinds && band?.look === 'words' && !isLevel(band)
    ? { ...labels, name: band }
    : labels;
}

/** The labels of a row in a table that names its one indicator beside a label. */
function inlineLabels(
  { heads, level }: RowLabels,
  { name, nameLabel, side, unit, labels }: Inline,
): RowLabels {
  const said = [...side, nameLabel].map((cell) => levelIn(cell.folded)).find((one) => one !== null);
  const row = { name, nameHead: nameLabel, unit, heads, level: said ?? level };
  return { ...row, levels: labels, path: [], notes: [] };
}

/** A figure under a kind (現状値) between the names and the labels of rows holds for all of an indicator's rows. */
const isBesideNames = ({ label, cell }: Note): boolean =>
  label.look === 'head' && cell.look === 'figure' && figureHeadOf(label.folded, null).kind !== null;

const besideNames = (notes: readonly Note[], evaluated: number | null): FigureCell[] =>
  notes.filter(isBesideNames).map(({ label, cell }) => ({
    cell,
    row: null,
    column: figureHeadOf(label.folded, evaluated),
    lastColumn: null,
    columnHeads: [label],
    headCells: [label],
  }));

const inlineNotes = ({ notes }: Inline) =>
  notes.flatMap(({ label, values }) => values.map((cell) => ({ label, cell })));
