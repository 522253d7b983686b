import { comparable } from '../japanese/characters.ts';
import type { FigureKind } from '../japanese/kinds.ts';
import { yearsIn } from '../japanese/years.ts';
import type { FormBlock } from './blocks.ts';
import { end } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import type { FormRegion } from './regions.ts';
import { yearOfTitle } from './title.ts';

/**
 * The year whose results a sheet judges: what its title puts in parentheses or before 実績; else the last year of which
 * results are printed; else the title's own; else the last year that is no plan's.
 * @param said the year that stands beside 評価対象年度
 */
export function evaluatedYear(
  titles: readonly string[],
  regions: readonly FormRegion[],
  said: number | null,
): number | null {
  const own = titles.flatMap((title) => yearsIn(comparable(title), null))[0]?.fiscalYear ?? null;
  return (
    yearOfTitle(titles) ??
    said ??
    lastYear(regions, own, isResult) ??
    own ??
    lastYear(regions, own, isNoPlan)
  );
}

/** 決算, 実績, 執行額 */
const isResult = (kind: FigureKind | null): boolean =>
  kind?.money === 'settlement' && !kind.qualifier;
const isNoPlan = (kind: FigureKind | null): boolean =>
  kind === null || kind.rate === 'achievement' || isResult(kind);

/** The last year that has figures of such a kind, as its row says, else its column. */
function lastYear(
  regions: readonly FormRegion[],
  near: number | null,
  isOf: (kind: FigureKind | null) => boolean,
): number | null {
  const years: number[] = [];
  const all = regions.flatMap((region) =>
    region.kind === 'panels' ? region.panels.flatMap((panel) => panel.regions) : [region],
  );
  for (const region of all) {
    if (region.kind !== 'figures') continue;
    for (const row of region.rows) {
      if (row.band) continue;
      const labels = row.stubs
        .filter((cell) => cell.look === 'head')
        .map((cell) => figureHeadOf(cell.folded, near));
      for (const { cell, columns } of row.cells) {
        const [column] = columns;
        if (cell.look === 'empty' || cell.folded === '-' || !column) continue;
        const heads = [...column.heads.map((head) => figureHeadOf(head.folded, near)), ...labels];
        const year = heads.findLast((head) => head.year && !head.year.relative)?.year;
        const kind =
          labels.findLast((head) => head.kind)?.kind ?? heads.findLast((head) => head.kind)?.kind;
        if (year && isOf(kind ?? null)) years.push(year.fiscalYear);
      }
    }
  }
  return years.length > 0 ? Math.max(...years) : null;
}

const YEAR_LABEL = /^(?:評価|点検)?(?:の)?(?:対象)?(?:実績)?年度(?=[:：]|$)/;

/** The year that stands beside 評価対象年度, in a cell or on a line. */
export function yearBesideLabel(blocks: readonly FormBlock[]): number | null {
  const texts = blocks.flatMap((block) =>
    block.kind === 'line'
      ? block.chunks.map(({ folded }) => folded)
      : block.table.cells.flatMap((cell) => {
          const next = block.table.at(cell.row, end(cell));
          return YEAR_LABEL.test(cell.folded) && next?.row === cell.row
            ? [`${cell.folded}:${next.folded}`, cell.folded]
            : [cell.folded];
        }),
  );
  for (const text of texts) {
    const label = YEAR_LABEL.exec(text)?.[0];
    if (!label || label === '年度') continue;
    const [year, ...others] = yearsIn(text.slice(label.length), null);
    if (year && others.length === 0 && year.relative === null) return year.fiscalYear;
  }
  return null;
}
