import type { FormCell } from './cell.ts';
import { emptySeries } from './empty-series.ts';
import { isLevel } from './figure-row.ts';
import { type FigureHead, figureHeadOf, yenIn } from './head.ts';
import { isCounted } from './money-region.ts';
import { levelIn, looksLikeUnit } from './naming.ts';
import { merged } from './observed.ts';
import type { FigureCell, FigureSeries } from './series.ts';
import { MONEY_NAME, PEOPLE } from './vocabulary/money.ts';

/**
 * A table that has years down its side and names over its columns: its columns as series. Other tables stay as they are.
 */
export function transposedSeries(
  all: readonly FigureSeries[],
  evaluated: number | null,
): FigureSeries[] {
  if (all.length === 0 || !(all.every(isYearRow) || isLoneRow(all))) return [...all];
  const found = new Map<FormCell | null, FigureSeries>();
  const money = all.some((series) => series.money) || namesMoney(all);
  for (const { labels, bands, observations, caption } of all) {
    const beside = labels.heads.map(({ cell }) => cell);
    for (const observation of observations) {
      const parts = partsOf(observation.columnHeads, money);
      const { name, heads, path } = parts;
      const measured = money && measures(parts);
      const series = found.get(name) ?? {
        ...seriesOf(name, path, bands, money && !measured),
        ...(caption === undefined ? {} : { caption }),
      };
      found.set(name, series);
      const headCells = [...beside, ...observation.headCells];
      const row =
        measured && observation.row ? { ...observation.row, kind: null } : observation.row;
      const own = { ...observation, row, headCells };
      series.observations.push(underHeads(own, heads, name, evaluated));
    }
  }
  return [...found.values()];
}

/** A row that is told from others by its year alone, under columns that name none. */
const isYearRow = ({ labels, observations }: FigureSeries): boolean =>
  labels.heads.some(({ head }) => head.year !== null) &&
  (labels.name === null || labels.heads.some(({ cell }) => cell === labels.name)) &&
  observations.length > 0 &&
  observations.every(({ column }) => column.year === null);

/** Amounts in a row of their own, with nothing beside them: what each is of stands over it. */
const isLoneRow = ([only, ...others]: readonly FigureSeries[]): boolean =>
  only !== undefined &&
  others.length === 0 &&
  only.labels.name === null &&
  only.labels.heads.length === 0 &&
  only.observations.every(({ column }) => column.year === null) &&
  namesMoney([only]);

/** Names of money over most columns, or 予算 and 決算 beside the years. */
function namesMoney(all: readonly FigureSeries[]): boolean {
  const names = new Set(all.flatMap(({ observations }) => observations.flatMap(wordsOver)));
  const inYen = ![...names].some(({ folded }) => isCounted(folded));
  const money = [...names].filter(
    ({ folded }) => MONEY_NAME.test(folded) || (inYen && yenIn(folded) !== null),
  ).length;
  const stages = all.some(({ labels }) =>
    labels.heads.some(({ cell }) => /予算|決算/.test(cell.folded)),
  );
  return (money > 0 && money * 2 >= names.size) || (stages && money > 0);
}

const wordsOver = ({ columnHeads }: FigureCell) =>
  columnHeads.filter((cell) => cell.look !== 'head');

/**
 * Indicators beside money in one table: they stand under 活動指標, or what was aimed at and reached stands under a name that is
 * none of money. The year's 決算 or 予算 is of the money.
 */
function measures({ name, heads, path }: ReturnType<typeof partsOf>): boolean {
  const words = [...path, ...(name ? [name] : [])];
  if (path.some(({ folded }) => /指標|KPI/.test(folded))) return true;
  const kinds = heads.filter(({ folded }) => /目標|実績|見込/.test(folded));
  return (
    kinds.length > 0 && !words.some(({ folded }) => MONEY_NAME.test(folded) || PEOPLE.test(folded))
  );
}

/** What names a column, what says its kind, and what it stands under. */
function partsOf(columnHeads: readonly FormCell[], money: boolean) {
  const words = columnHeads.filter((cell) => cell.look !== 'head' && !isUnit(cell));
  const heads = columnHeads.filter((cell) => !words.includes(cell));
  const lone =
    words.length === 0 && money ? (heads.findLast((cell) => !isUnit(cell)) ?? null) : null;
  return { name: words.at(-1) ?? lone, heads, path: words.slice(0, -1) };
}

/** （％） alone under a name. */
const isUnit = ({ folded }: FormCell): boolean =>
  /^\(.+\)$/.test(folded) && looksLikeUnit(folded.slice(1, -1));

function underHeads(
  { cell, row, headCells }: FigureCell,
  heads: readonly FormCell[],
  name: FormCell | null,
  evaluated: number | null,
): FigureCell {
  const column = [...heads, ...(name ? [name] : [])]
    .map((head) => figureHeadOf(head.folded, evaluated))
    .reduce<FigureHead | null>(merged, null);
  return {
    cell,
    row,
    column: column ?? figureHeadOf('', evaluated),
    columnHeads: heads,
    lastColumn: null,
    headCells: headCells.filter((head) => head !== name),
  };
}

/** Levels among the heads above a name are its level, the others its path. */
function seriesOf(
  name: FormCell | null,
  path: readonly FormCell[],
  bands: readonly FormCell[],
  money: boolean,
): FigureSeries {
  const level = path.map((cell) => levelIn(cell.folded)).find((found) => found !== null) ?? null;
  const levels = path.filter(isLevel);
  const own = path.filter((cell) => !isLevel(cell));
  const named = { name, nameHead: null, level, levels, path: own };
  return emptySeries(named, money, bands);
}
