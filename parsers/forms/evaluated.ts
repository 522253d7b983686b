import { yearsIn } from '../japanese/years.ts';
import { headOf } from './head.ts';
import type { Region } from './regions.ts';
import { yearOfTitle } from './title.ts';

/**
 * The year whose results a sheet judges: what its title puts in parentheses or before 実績; else the last year of which
 * results are printed; else the title's own. `near` is what a year without an era is taken to be close to.
 */
export function evaluatedYear(
  titles: readonly string[],
  regions: readonly Region[],
): number | null {
  const own = titles.flatMap((title) => yearsIn(title, null))[0]?.fiscalYear ?? null;
  return yearOfTitle(titles) ?? lastResults(regions, own) ?? own;
}

/** The last year that has results: figures in a column or a row of 決算, 実績 or 執行額. */
function lastResults(regions: readonly Region[], near: number | null): number | null {
  const years: number[] = [];
  for (const region of regions) {
    if (region.kind !== 'figures') continue;
    for (const row of region.rows) {
      if (row.band) continue;
      const labels = row.stubs
        .filter((cell) => cell.look === 'head')
        .map((cell) => headOf(cell.folded, near));
      for (const { cell, columns } of row.cells) {
        const [column] = columns;
        if (cell.look === 'empty' || cell.folded === '-' || !column) continue;
        const heads = [...column.heads.map((head) => headOf(head.folded, near)), ...labels];
        const year = heads.findLast((head) => head.year && !head.year.relative)?.year;
        const kind =
          labels.findLast((head) => head.kind)?.kind ?? heads.findLast((head) => head.kind)?.kind;
        const result = kind?.money === 'settlement' && !kind.qualifier;
        if (year && result) years.push(year.fiscalYear);
      }
    }
  }
  return years.length > 0 ? Math.max(...years) : null;
}
