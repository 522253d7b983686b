import type { Band, BandPiece } from './bands.ts';
import { type Across, middle } from './centred.ts';

/**
 * White where a row lacks one of the columns that others have: R3 R4 over 事業費 | 120 | 34. A head beside the figures
 * below it lacks none, and one between two columns stands over both.
 */
export function gapsWhereCellsAreEmpty(bands: readonly Band[]): { from: number; to: number }[] {
  const rows = bands.filter(({ pieces }) => pieces.length > 1).map(({ pieces }) => pieces);
  const most = Math.max(...rows.map(({ length }) => length));
  const columns = columnsOf(
    rows.filter(({ length }) => length === most),
    most,
  );
  return rows
    .filter(({ length }) => length === most - 1)
    .flatMap((pieces) => {
      const empty = emptyColumn(pieces, columns);
      const [before, column, behind] = [pieces[empty - 1], columns[empty] as Across, pieces[empty]];
      const isClear =
        (!before || isMuchNearer(before, columns[empty - 1] as Across, column)) &&
        (!behind || isMuchNearer(behind, columns[empty + 1] as Across, column));
      if (!isClear) return [];
      return [
        ...(before ? [{ from: before.x1, to: column.x0 }] : []),
        ...(behind ? [{ from: column.x1, to: behind.x0 }] : []),
      ].filter(({ from, to }) => from < to);
    });
}

/** How far the texts of each column reach. */
const columnsOf = (rows: readonly (readonly BandPiece[])[], count: number): Across[] =>
  Array.from({ length: count }, (_, i) => {
    const texts = rows.flatMap((row) => row[i] ?? []);
    return {
      x0: Math.min(...texts.map(({ x0 }) => x0)),
      x1: Math.max(...texts.map(({ x1 }) => x1)),
    };
  });

/** The column without which a row's texts are nearest to theirs. */
function emptyColumn(pieces: readonly BandPiece[], columns: readonly Across[]): number {
  const off = (empty: number) =>
    pieces.reduce((sum, piece, i) => sum + distance(piece, columns[i + Number(i >= empty)]), 0);
  return columns.reduce((best, _, i) => (off(i) < off(best) ? i : best), 0);
}

const distance = (piece: Across, column: Across | undefined): number =>
  column ? Math.abs(middle(piece) - middle(column)) : 0;

const isMuchNearer = (piece: Across, own: Across, other: Across): boolean =>
  2 * distance(piece, own) < distance(piece, other);
