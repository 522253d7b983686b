import type { TextColumn } from './columns.ts';
import { columnsAt } from './columns.ts';
import { isFigure, type LineSegment, partedBetween, type SegmentRow } from './segments.ts';

/** A segment with the columns that it stands in, `from` to `to` inclusive. */
export type PlacedSegment = {
  readonly segment: LineSegment;
  readonly from: number;
  readonly to: number;
};

/** A line of a table with what stands in which of its columns. */
export type PlacedLine = {
  readonly row: SegmentRow;
  readonly entries: readonly PlacedSegment[];
  /** Whether figures stand in it: it begins or ends a row, it continues none. */
  readonly data: boolean;
};

const YEAR = /^(?:FY\s?)?(?:19|20)\d\d(?:[/–-]\d{2,4})?$/;

export function placedLine(row: SegmentRow, columns: readonly TextColumn[]): PlacedLine {
  const entries = row.segments.flatMap((segment) => entriesOf(segment, columns));
  const others = entries.filter(({ from }) => from > 0);
  const figures = others.filter(({ segment }) => isFigure(segment.text));
  const years =
    figures.length > 0 && figures.every(({ segment }) => YEAR.test(segment.text.trim()));
  return {
    row,
    entries,
    data: !years && figures.length > 0 && figures.length * 2 >= others.length,
  };
}

/** White wider than between words, as a share of the font size. */
const WIDE = 0.42;

/** A segment over several columns is several where a border stands in wide white, or beside a figure. */
function entriesOf(segment: LineSegment, columns: readonly TextColumn[]): PlacedSegment[] {
  const [from, to] = columnsAt(columns, segment);
  for (let i = from; i < to; i++) {
    const [left, right] = [(columns[i] as TextColumn).x1, (columns[i + 1] as TextColumn).x0];
    const parts = partedBetween(segment, left, right);
    const beside = parts?.some((part) => isFigure(part.text));
    const own = beside ? parts : partedBetween(segment, left, right, WIDE);
    if (own) return own.flatMap((part) => entriesOf(part, columns));
  }
  return [{ segment, from, to }];
}
