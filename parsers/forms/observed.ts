import type { FormCell } from './cell.ts';
import type { RowLabels } from './figure-row.ts';
import { type FigureHead, figureHeadOf } from './head.ts';
import type { FigureColumn } from './head-block.ts';
import type { FigureSeries } from './series.ts';
import { JUDGEMENT, RATING_LABEL, SIGN } from './vocabulary/judgements.ts';
import { BASE_YEAR_HEAD, NOTE_HEAD, UNIT_HEAD, YEAR_HEAD } from './vocabulary/labels.ts';

/**
 * Puts a cell into its series, as what its labels say: a figure, a note, a judgement, a year of a target.
 * @param within what the cell is of several in one, as its label says
 */
export function place(
  cell: FormCell,
  columns: readonly FigureColumn[],
  labels: RowLabels,
  within: FigureHead | null,
  series: FigureSeries,
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
  const row = [...beside, ...(within ? [within] : [])].reduce<FigureHead | null>(merged, null);
  const own = labels.heads.at(-1)?.cell ?? labels.name;
  // ◎ under 結果 is no figure.
  const isSign = SIGN.test(cell.folded) && !head.year && !series.money;
  const judging =
    column.heads.findLast(({ folded: said }) => RATING_LABEL.test(said)) ??
    (isSign ? label : undefined);
  const year =
    judging === label ? labels.heads.find(({ head: h }) => h.year !== null)?.cell : label;
  const judged =
    judging &&
    (judging === label || label?.look === 'head') &&
    JUDGEMENT.test(cell.folded) &&
    (!/^[\d.,]+$/.test(cell.folded) || (!head.kind && !head.year));
  if (label && YEAR_HEAD.test(label.folded) && head.kind?.value === 'baseline') {
    series.baseYear = cell;
  } else if (label && YEAR_HEAD.test(label.folded)) series.targetYear = cell;
  else if (label && BASE_YEAR_HEAD.test(label.folded)) series.baseYear = cell;
  else if (label && TOTAL_HEAD.test(label.folded) && !series.money && !head.year && !row?.year)
    series.notes.push({ label, cell });
  else if (label && UNIT_HEAD.test(label.folded)) series.notes.push({ label, cell });
  else if (
    judged &&
    !isNoRate(cell, label, head) &&
    (cell.folded !== '-' || !(head.year ?? row?.year) || !head.kind)
  )
    series.ratings.push({ label: judging, cell, ...(year ? { within: year } : {}) });
  else if (
    label &&
    (head.kind?.rate === 'change' ||
      (!head.year &&
        !head.kind &&
        (NOTE_HEAD.test(folded) ||
          !isFigureIn(cell, row) ||
          (!row?.year && cell.folded === '-'))) ||
      (!head.pure &&
        (NOTE_HEAD.test(label.folded) || (!head.kind && !row?.kind)) &&
        !isFigure(cell) &&
        cell.look !== 'head'))
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
    const headCells = [
      ...column.heads,
      ...own,
      ...labels.levels.filter((one) => one.parted),
      ...(labels.unit ? [labels.unit] : []),
    ];
    const columnHeads = column.heads;
    series.observations.push({ cell, row, column: head, lastColumn, columnHeads, headCells });
  }
}

/** A dash under 達成率 is no grade. */
const isNoRate = (cell: FormCell, label: FormCell | undefined, head: FigureHead): boolean =>
  cell.folded === '-' && head.kind?.rate === 'achievement' && /[%率]/.test(label?.folded ?? '');

/** 累計 beside years: a figure over all of them is no year's own. */
const TOTAL_HEAD = /^(?:期間|\d+[かヶカ]年)?(?:累計|合計|総計|計)(?:値)?$/;

const isFigure = ({ look, folded }: FormCell) =>
  look === 'figure' && (/\d/.test(folded) || !/\p{L}/u.test(folded));

/** 集計中 under a name stands for a figure where its row says the year and the kind. */
const isFigureIn = (cell: FormCell, row: FigureHead | null) =>
  isFigure(cell) || (cell.look === 'figure' && row?.year != null && row.kind !== null);

/** What is told in a sentence is no figure, whatever its column. */
const isProse = ({ look, folded }: FormCell) => look === 'prose' && folded.length > MAX_NARRATIVE;
/** A few words stand for a figure: 前年度以上. */
const MAX_NARRATIVE = 14;

export function columnHead(column: FigureColumn, evaluated: number | null): FigureHead {
  return (
    column.heads
      .map((head) => figureHeadOf(head.folded, evaluated))
      .reduce<FigureHead | null>(merged, null) ?? figureHeadOf('', evaluated)
  );
}

/**
 * Heads one below the other: what the lower one says stands, what it does not say is the upper one's. 実績 below 策定時 is
 * what had been reached then.
 */
export function merged(upper: FigureHead | null, lower: FigureHead): FigureHead {
  if (!upper) return lower;
  const base = upper.kind?.value === 'baseline' && lower.kind?.value === 'actual' && !lower.year;
  return {
    year: lower.year ?? upper.year,
    through: lower.year ? lower.through : upper.through,
    kind: base ? upper.kind : (lower.kind ?? upper.kind),
    unit: lower.unit ?? upper.unit,
    final: lower.final || upper.final,
    pure: lower.pure && upper.pure,
  };
}
