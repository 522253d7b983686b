import { type FormCell, labelOdds } from './cell.ts';
import { isLevel } from './figure-row.ts';
import { end, type FormTable } from './form-table.ts';
import { figureHeadOf, headsFigures } from './head.ts';
import type { FigureColumn, HeadBlock } from './head-block.ts';
import { JUDGEMENT, RATING_LABEL } from './vocabulary/judgements.ts';
import { NAME_LABEL } from './vocabulary/labels.ts';

/** One row of figures with what stands left of them, a line across the table, or a part of it. */
export type FigureRow = RowOfFigures | { readonly band: FormCell };
export type RowOfFigures = {
  readonly band: null;
  readonly row: number;
  readonly stubs: readonly FormCell[];
  readonly cells: readonly {
    readonly cell: FormCell;
    readonly columns: readonly FigureColumn[];
  }[];
};

/** Share of the columns whose borders a row keeps to. */
const MIN_ALIGNED = 0.6;

/** A row below heads of figures; null where it is none of theirs. */
export function figureRow(table: FormTable, row: number, head: HeadBlock): RowOfFigures | null {
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
  const crossing = through.find((cell) => cell.col < head.firstCol && end(cell) > head.firstCol);
  const judged = crossing?.look === 'words' && inColumns.length > 1 && inColumns.every(judges);
  if (!judged && aligned < MIN_ALIGNED * head.columns.length) return null;
  const figures = inColumns.some(({ cell }) => cell.look === 'figure');
  // A label may take the place of the first figure; any other cell across that border is of another part of the form.
  const labelling = judged || crossing?.look === 'empty' || (crossing?.look === 'head' && figures);
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

/** A grade in one of several columns of grades: 総合評価 below the names of indicators, with a grade for each year. */
const judges = ({ cell, columns: [column] }: RowOfFigures['cells'][number]): boolean =>
  JUDGEMENT.test(cell.folded) &&
  (column?.heads ?? []).some(({ folded }) => RATING_LABEL.test(folded));

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
