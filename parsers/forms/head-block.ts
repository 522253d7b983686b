import { type FormCell, isKnownLabel, labelOdds } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import { isStack } from './stacked.ts';
import { NAME_HEAD, NAME_LABEL, YEAR_OF_FIGURE } from './vocabulary/labels.ts';

/** A column of figures: where it stands and the labels over it, outermost first. */
export type FigureColumn = {
  readonly col: number;
  readonly colSpan: number;
  readonly heads: readonly FormCell[];
};

/** The rows of heads over a table of figures, and its columns; what stands left of `firstCol` tells rows apart. */
export type HeadBlock = {
  readonly from: number;
  /** The first row below the heads. */
  readonly to: number;
  readonly firstCol: number;
  /** Columns from `firstCol` on, also those that hold no figures (備考). */
  readonly columns: readonly FigureColumn[];
  /** Heads of the columns before, lowest ones. */
  readonly stubs: readonly FormCell[];
};

/** A label that spans more rows than this runs along the rows, it does not head a column. */
const MAX_HEAD_ROWS = 4;

/** Years and kinds that stand side by side at the head of columns. */
export function headBlockAt(table: FormTable, row: number): HeadBlock | null {
  const heads = runOfHeads(table, row);
  const from = row;
  const grouped = heads.length === 0 && headsBelowGroup(table, row);
  if (heads.length === 0 && !grouped) return namesOverYears(table, row);
  let to = grouped ? row + 1 : Math.max(...heads.map(bottom));
  const below = grouped || to > row + 1 ? runOfHeads(table, row + 1) : [];
  const firstCol = Math.min(...[...heads, ...below].map((head) => head.col));
  while (to < table.rows && (isHeadRow(table, to, firstCol) || isUnderYears(table, to, firstCol))) {
    const cells = table.starting(to).filter((c) => c.col >= firstCol);
    const lowest = Math.min(...cells.map(bottom));
    to = Math.max(...cells.filter((c) => bottom(c) === lowest || labelOdds(c) >= 0).map(bottom));
  }
  const columns = columnsOf(table, from, to, firstCol);
  if (to >= table.rows || columns.length === 0 || !columns.some((c) => heldBelow(table, to, c))) {
    return null;
  }
  return { from, to, firstCol, columns, stubs: stubsOf(table, from, to, firstCol) };
}

/**
 * A row of names over figures that are told apart by years down the side: 年度 | 事業費 | 人件費 over H26 | 120 | 34. The
 * figures begin behind the years.
 */
function namesOverYears(table: FormTable, row: number): HeadBlock | null {
  const heads = table.starting(row);
  const to = Math.max(...heads.map(bottom));
  if (heads.length < 2 || to >= table.rows || heads.some((cell) => cell.look === 'figure')) {
    return null;
  }
  const below = table.through(to);
  const first = below.findIndex((cell) => !isYear(cell) && !isStage(cell));
  const [sides, figures] = [below.slice(0, first), below.slice(first)];
  const side = sides.at(-1);
  const firstCol = side ? end(side) : 0;
  if (!side || !sides.some(isYear) || figures.length < 2) return null;
  if (!figures.every((cell) => cell.look === 'figure' || cell.look === 'empty')) return null;
  const columns = columnsOf(table, row, to, firstCol);
  const named = columns.filter(({ heads: [first] }) => first && first.look === 'words');
  const kept = columns.every((c) => figures.some((cell) => cell.col === c.col));
  if (!kept || named.length < columns.length) return null;
  return { from: row, to, firstCol, columns, stubs: stubsOf(table, row, to, firstCol) };
}

/** 決算, 当初予算 beside the years. */
const isStage = ({ look, folded }: FormCell): boolean =>
  look === 'head' && figureHeadOf(folded, null).kind?.money != null;

const isYear = (cell: FormCell) => cell.look === 'head' && /\d|年度/.test(cell.folded);

/** Neighbouring heads of a row: two at least, or one beside a head that is known (指標名, 単位). */
function runOfHeads(table: FormTable, row: number): FormCell[] {
  const cells = table.starting(row).filter((cell) => cell.rowSpan <= MAX_HEAD_ROWS);
  if (cells.some((cell) => cell.look === 'figure')) return [];
  const names = cells.findLast((cell) => NAMES_INDICATORS.test(cell.folded));
  const runs: FormCell[][] = [];
  for (const cell of cells) {
    const isHead = cell.look === 'head' && !headsNames(table, cell);
    if (!isHead && !headsYearAndFigure(table, cell)) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && end(last) === cell.col) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  // 予算額 and 決算額 left of the names of indicators are of what these stand under.
  const behind = names ? runs.filter(([first]) => (first?.col ?? 0) > names.col) : [];
  const own = behind.some((run) => run.length > 1) ? behind : runs;
  const heads = own.filter((run) => run.length > 1).flat();
  if (heads.length > 0) return own.flat().filter((head) => head.col >= (heads[0] as FormCell).col);
  const lone = runs.flat();
  const stub = cells.some((cell) => cell.col < (lone[0]?.col ?? 0) && LONE_STUB.test(cell.folded));
  const areHeads = lone.every((head) => head.col > 0 && !isBesideLabel(table, head));
  return stub && lone.length > 0 && areHeads ? lone : [];
}

const LONE_STUB = /^(?:.*指標.*|単位|区分.*|項目|年度別.*|コスト|KPI.*)$/;

/** Over words a year is the value of the label before it: 計画期間 | 平成20年度～平成30年度. */
function isBesideLabel(table: FormTable, { row, col, rowSpan }: FormCell): boolean {
  const [left, below] = [table.at(row, col - 1), table.at(row + rowSpan, col)];
  const labelled = left?.look === 'words' && isKnownLabel(left.folded);
  return labelled && !LONE_STUB.test(left.folded) && below?.look === 'words';
}

/** 前回値 over 年度 and 数値. */
function headsYearAndFigure(table: FormTable, cell: FormCell): boolean {
  const below = bottom(cell) < table.rows ? table.starting(bottom(cell)) : [];
  const [year, figure, ...more] = below.filter((c) => c.col >= cell.col && end(c) <= end(cell));
  if (cell.look !== 'words' || !year || !figure || more.length > 0) return false;
  return YEAR_OF_FIGURE.test(year.folded) && /^(?:数値|値|実績値?)$/.test(figure.folded);
}

const NAMES_INDICATORS = /指標(?!の説明|の考え方)|KPI/;

/** 数値目標 over names is no kind of figures. */
function headsNames(table: FormTable, cell: FormCell): boolean {
  const below = table.at(bottom(cell), cell.col);
  const bare = cell.folded.replace(/\(単位\)$/, '');
  return NAME_HEAD.test(bare) && (below?.look === 'words' || below?.look === 'prose');
}

/** 年度 over 26年度 27年度 28年度: a label that no year or kind is in, over several that are. */
function headsBelowGroup(table: FormTable, row: number): boolean {
  const below = row + 1 < table.rows ? runOfHeads(table, row + 1) : [];
  const [first] = below;
  if (!first || below.length < 2) return false;
  return table.starting(row).some(
    (cell, i, all) =>
      cell.look === 'words' &&
      cell.rowSpan === 1 &&
      // What stands over the names as well is about the whole table.
      cell.col >= first.col &&
      // 指標名 beside a name: the name is over the years, and no group of them.
      !namesNext(all[i - 1], cell) &&
      below.filter((head) => head.col >= cell.col && end(head) <= end(cell)).length > 1,
  );
}

/** A label directly before a name: 指標1 | 相談件数. */
function namesNext(label: FormCell | undefined, name: FormCell): boolean {
  if (label?.rowSpan !== 1) return false;
  return NAME_HEAD.test(label.folded) || NAME_LABEL.test(label.folded) || labelOdds(name) < -1;
}

/** A row of names below years, each within the columns of one: 事業費 | 人工 under R4, and again under R5. */
function isUnderYears(table: FormTable, row: number, firstCol: number): boolean {
  const cells = table.starting(row).filter((cell) => cell.col >= firstCol);
  const over = cells.map((cell) => table.at(row - 1, cell.col));
  const parted = over.some((head, i) => i > 0 && head !== null && head === over[i - 1]);
  return (
    parted &&
    cells.every((cell) => cell.look === 'words' && labelOdds(cell) > 0) &&
    over.every((head) => head?.look === 'head')
  );
}

/** A further row of heads: all its cells over the figures are years, kinds or units, and some are. */
function isHeadRow(table: FormTable, row: number, firstCol: number): boolean {
  const starting = table.starting(row).filter((cell) => cell.col >= firstCol);
  const lowest = Math.min(...starting.map((cell) => cell.rowSpan));
  // What runs on along the rows below is a value of theirs: ○ under 達成 beside years.
  const runsOn = (cell: FormCell) => cell.rowSpan > lowest && labelOdds(cell) < 0;
  const cells = starting.filter((cell) => !runsOn(cell));
  const heads = cells.filter(
    (cell) =>
      cell.look === 'head' ||
      isStack(cell) ||
      /^\(?(?:千円|円|百万円|%|単位.*)\)?$|^(?:年度|年次|時期|値|数値)$/.test(cell.folded),
  );
  const filled = cells.filter((cell) => cell.look !== 'empty');
  const others = filled.filter((cell) => !heads.includes(cell));
  // 目標年度 and 備考 under a group stand beside kinds.
  return (
    heads.length > 1 &&
    others.length * 2 < filled.length &&
    others.every((cell) => cell.look === 'words' && labelOdds(cell) > 0)
  );
}

function columnsOf(table: FormTable, from: number, to: number, firstCol: number): FigureColumn[] {
  const columns: FigureColumn[] = [];
  for (let col = firstCol; col < table.cols; ) {
    const lowest = table.at(to - 1, col);
    if (!lowest) {
      col++;
      continue;
    }
    const heads: FormCell[] = [];
    for (let row = from; row < to; row++) {
      const head = table.at(row, col);
      const over = head && head.look !== 'empty' && bottom(head) <= to;
      if (over && head !== heads.at(-1)) heads.push(head);
    }
    columns.push({ col: lowest.col, colSpan: lowest.colSpan, heads });
    col = Math.max(col + 1, end(lowest));
  }
  return columns;
}

function stubsOf(table: FormTable, from: number, to: number, firstCol: number): FormCell[] {
  const stubs: FormCell[] = [];
  for (let col = 0; col < firstCol; ) {
    let lowest: FormCell | null = null;
    for (let row = to - 1; row >= from && !lowest; row--) {
      const cell = table.at(row, col);
      if (cell && cell.look !== 'empty') lowest = cell;
    }
    if (lowest && !stubs.includes(lowest)) stubs.push(lowest);
    col = lowest ? Math.max(col + 1, end(lowest)) : col + 1;
  }
  return stubs;
}

/** Whether the first cell below a column that does not run across the table keeps to its borders and is no further head. */
function heldBelow(table: FormTable, to: number, column: FigureColumn): boolean {
  for (let row = to; row < table.rows; row++) {
    const below = table.at(row, column.col);
    if (!below) return false;
    const across = below.col < column.col && end(below) > column.col + column.colSpan;
    const last = end(below) === table.cols;
    if (across && last) continue;
    const kept = below.col === column.col && below.colSpan === column.colSpan;
    return kept && below.look !== 'head';
  }
  return false;
}
