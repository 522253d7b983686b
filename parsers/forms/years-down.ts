import type { FormCell } from './cell.ts';
import { headOf } from './head.ts';
import type { Observation, Series } from './series.ts';

/**
 * Lines of money of a table whose rows are years and whose columns are the lines: 令和2年度 beside 予算現額, 決算額,
 * 一般財源. Each column becomes the line that its lowest head names; tables the other way round are left as they are.
 */
export function linesOfColumns(all: readonly Series[], evaluated: number | null): Series[] {
  if (!all.every((series) => hasYearForName(series, evaluated))) return [...all];
  const lines = new Map<FormCell, Series>();
  for (const { labels, bands, observations } of all) {
    for (const { cell, columnHeads } of observations) {
      const name = columnHeads.at(-1);
      if (!name) continue;
      const line = lines.get(name) ?? lineOf(name, columnHeads.slice(0, -1), bands);
      lines.set(name, line);
      line.observations.push(ofYear(cell, labels.name as FormCell, name, evaluated));
    }
  }
  return [...lines.values()];
}

function hasYearForName({ labels, observations }: Series, evaluated: number | null): boolean {
  const { name } = labels;
  if (name?.look !== 'head' || !headOf(name.folded, evaluated).year) return false;
  return observations.length > 1 && observations.every(({ column }) => column.year === null);
}

function ofYear(
  cell: FormCell,
  year: FormCell,
  name: FormCell,
  evaluated: number | null,
): Observation {
  const column = headOf(name.folded, evaluated);
  const row = headOf(year.folded, evaluated);
  return { cell, row, column, columnHeads: [name], lastColumn: null, headCells: [year] };
}

function lineOf(name: FormCell, path: readonly FormCell[], bands: readonly FormCell[]): Series {
  return {
    labels: { name, nameHead: null, unit: null, heads: [], level: null, path, notes: [] },
    bands,
    money: true,
    observations: [],
    notes: [],
    ratings: [],
    targetYear: null,
    baseYear: null,
  };
}
