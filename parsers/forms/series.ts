import type { Caption } from './captions.ts';
import type { FormCell } from './cell.ts';
import { type RowLabels, rowLabels } from './figure-row.ts';
import { type Head, headOf } from './head.ts';
import type { Column } from './head-block.ts';
import type { Inline } from './inline-name.ts';
import { isMoney, isMoneyName, unitOfNames } from './money-region.ts';
import { levelIn } from './naming.ts';
import type { Region } from './regions.ts';
import { levelOf, type Stack, stackIn, unstacked } from './stacked.ts';
import { JUDGEMENT, RATING_LABEL } from './vocabulary/judgements.ts';
import { BASE_YEAR_HEAD, NOTE_HEAD, UNIT_HEAD, YEAR_HEAD } from './vocabulary/labels.ts';
import { SUBTOTAL } from './vocabulary/money.ts';

type Figures = Extract<Region, { kind: 'figures' }>;

/** A cell of figures with the labels of its row and of its column. */
export type Observation = {
  readonly cell: FormCell;
  readonly row: Head | null;
  readonly column: Head;
  /** The last of the columns that one cell spans; null where it has one. */
  readonly lastColumn: Head | null;
  /** The labels over it, outermost first. */
  readonly columnHeads: readonly FormCell[];
  /** All labels that say what it is. */
  readonly headCells: readonly FormCell[];
};

/** Words of a row: under which label they stand, and under which other where that is not the series' name. */
export type Note = { readonly label: FormCell; readonly cell: FormCell; readonly under?: FormCell };

/** Figures of one indicator or of one line of money. */
export type Series = {
  readonly labels: RowLabels;
  readonly bands: readonly FormCell[];
  readonly money: boolean;
  readonly observations: Observation[];
  /** What stands in columns of words: a note (備考), its column's head. */
  readonly notes: Note[];
  readonly ratings: { readonly label: FormCell; readonly cell: FormCell }[];
  /** The unit of money that the head over the names says for all of them. */
  readonly caption?: string;
  /** Units of single lines, by a part of their names, as a caption says them. */
  readonly others?: Caption['others'];
  /** The cell of a column of target years, and of years of the baseline. */
  targetYear: FormCell | null;
  baseYear: FormCell | null;
};

/**
 * The rows of a region as series: rows that share a name are one.
 * @param named the indicator that was named last before the table, for rows that name none
 * @param said what a line above the table says of figures one above the other
 */
export function seriesOf(
  region: Figures,
  evaluated: number | null,
  context: string,
  named: RowLabels | null,
  said: Stack | null,
): Series[] {
  const rows = region.rows.flatMap((row) => (row.band ? [] : [row]));
  const read = new Map(rows.map((row) => [row, rowLabels(row.stubs, region.head, evaluated)]));
  const sides = sideLabels([...read.values()]);
  const money = isMoney(region, context);
  const caption = unitOfNames(region);
  const heads = region.head.stubs;
  const found: Series[] = [];
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
      : resolved(read.get(row) as RowLabels, sides, named, money);
    const last = found.at(-1);
    const goesOn = last !== undefined && labels.name !== null && labels.name === previous;
    const series: Series = goesOn
      ? last
      : {
          labels,
          bands,
          money:
            region.inline === null &&
            labels.level === null &&
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
    if (!goesOn) found.push(series);
    previous = labels.name;
    for (const { cell, columns } of row.cells) {
      if (cell.look === 'empty') continue;
      const stack = labels.heads.some(({ head }) => head.kind)
        ? null
        : (stackIn([...heads, ...row.stubs, ...(columns[0]?.heads ?? [])]) ?? said);
      const level = stack && !isOfKind(columns) && levelOf(cell, labels.name, stack);
      const parts = level
        ? [{ cell, head: level }]
        : ((stack && unstacked(cell, stack)) ?? [{ cell, head: null }]);
      for (const { cell: part, head } of parts) {
        place(part, columns, labels, head, series, evaluated);
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
const isOfKind = ([column]: readonly Column[]): boolean =>
  column !== undefined && columnHead(column, null).kind !== null;

/**
 * Without figures one below the other in one column of one name, where nothing says which is which: they stay without a
 * place, and are told.
 */
function withoutRivals(series: Series): Series {
  const open = series.observations.filter(({ row }) => !row?.kind && !row?.year);
  const columns = Map.groupBy(open, ({ columnHeads }) => columnHeads.at(-1));
  const rivals = [...columns].some(([head, all]) => head && new Set(all.map(rowOf)).size > 1);
  if (!rivals) return series;
  return { ...series, observations: series.observations.filter((one) => !open.includes(one)) };
}

const rowOf = ({ cell }: Observation): number => cell.row;

/** うち一般財源 below a line of money. */
const isPartOf = (name: FormCell | null, above: Series | undefined): boolean =>
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
  if (name === null) return money ? { ...labels, name: own } : labels;
  if (!sides.has(name) || !own) return labels;
  return { ...labels, name: own, path: [...path, name] };
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
  label.look === 'head' && cell.look === 'figure' && headOf(label.folded, null).kind !== null;

const besideNames = (notes: readonly Note[], evaluated: number | null): Observation[] =>
  notes.filter(isBesideNames).map(({ label, cell }) => ({
    cell,
    row: null,
    column: headOf(label.folded, evaluated),
    lastColumn: null,
    columnHeads: [label],
    headCells: [label],
  }));

const inlineNotes = ({ notes }: Inline) =>
  notes.flatMap(({ label, values }) => values.map((cell) => ({ label, cell })));

/** @param within what the cell is of several in one, as its label says */
function place(
  cell: FormCell,
  columns: readonly Column[],
  labels: RowLabels,
  within: Head | null,
  series: Series,
  evaluated: number | null,
): void {
  const [column] = columns;
  if (!column) return;
  const label = column.heads.at(-1);
  const head = columnHead(column, evaluated);
  const folded = column.heads.map((h) => h.folded).join('');
  const beside = labels.heads
    .filter(({ cell: c }) => c !== labels.name || series.money)
    .map(({ head: h }) => h);
  const row = [...beside, ...(within ? [within] : [])].reduce<Head | null>(merged, null);
  const own = labels.heads.at(-1)?.cell ?? labels.name;
  const judged =
    label &&
    RATING_LABEL.test(label.folded) &&
    JUDGEMENT.test(cell.folded) &&
    (!/^[\d.,]+$/.test(cell.folded) || (!head.kind && !head.year));
  if (label && YEAR_HEAD.test(label.folded) && head.kind?.value === 'baseline') {
    series.baseYear = cell;
  } else if (label && YEAR_HEAD.test(label.folded)) series.targetYear = cell;
  else if (label && BASE_YEAR_HEAD.test(label.folded)) series.baseYear = cell;
  else if (label && UNIT_HEAD.test(label.folded)) series.notes.push({ label, cell });
  else if (judged && (cell.folded !== '-' || !(head.year ?? row?.year) || !head.kind))
    series.ratings.push({ label, cell });
  else if (
    label &&
    (head.kind?.rate === 'change' ||
      (!head.year &&
        !head.kind &&
        (NOTE_HEAD.test(folded) || !isFigure(cell) || (!row?.year && cell.folded === '-'))) ||
      (!head.pure && NOTE_HEAD.test(label.folded) && !isFigure(cell) && cell.look !== 'head'))
  ) {
    series.notes.push({ label, cell });
  } else if (label && series.money && cell.look === 'prose') {
    series.notes.push({ label, cell });
  } else if (label && own && (row?.kind?.rate === 'change' || isProse(cell))) {
    series.notes.push({ label: own, cell, under: label });
  } else {
    const last = columns.at(-1);
    const lastColumn = last && last !== column ? columnHead(last, evaluated) : null;
    const own = labels.heads.map(({ cell: one }) => one).filter((one) => one !== labels.name);
    const headCells = [...column.heads, ...own, ...(labels.unit ? [labels.unit] : [])];
    const columnHeads = column.heads;
    series.observations.push({ cell, row, column: head, lastColumn, columnHeads, headCells });
  }
}

const isFigure = ({ look, folded }: FormCell) =>
  look === 'figure' && (/\d/.test(folded) || !/\p{L}/u.test(folded));

/** What is told in a sentence is no figure, whatever its column. */
const isProse = ({ look, folded }: FormCell) => look === 'prose' && folded.length > MAX_NARRATIVE;
/** A few words stand for a figure: 前年度以上. */
const MAX_NARRATIVE = 14;

function columnHead(column: Column, evaluated: number | null): Head {
  return (
    column.heads.map((head) => headOf(head.folded, evaluated)).reduce<Head | null>(merged, null) ??
    headOf('', evaluated)
  );
}

/** Heads one below the other: what the lower one says stands, what it does not say is the upper one's. */
export function merged(upper: Head | null, lower: Head): Head {
  if (!upper) return lower;
  return {
    year: lower.year ?? upper.year,
    through: lower.year ? lower.through : upper.through,
    kind: lower.kind ?? upper.kind,
    unit: lower.unit ?? upper.unit,
    final: lower.final || upper.final,
    pure: lower.pure && upper.pure,
  };
}
