import type { RuleStretch } from '../layout/rules.ts';
import type { Band, BandPiece } from './bands.ts';
import { spansOf } from './centred.ts';
import { gapsWhereCellsAreEmpty } from './empty-cells.ts';

/** The edge of a background is a border, however narrow. */
const EDGE = 0.6;

/**
 * Borders between the columns of rows that have none drawn: every gap between two pieces of a row holds one, and there are
 * as few as can be (the least points that stab all gaps: gaps by their right ends, each stabbed as far right as the next
 * ones allow). A border runs through the rows that no text crosses, but not through a head that stands in the middle of
 * several columns.
 * @param ends where shorter rules end: a border that may stand there does
 */
export function formBordersOf(
  bands: readonly Band[],
  x0: number,
  x1: number,
  ends: readonly number[],
): RuleStretch[] {
  const gaps = bands.flatMap(({ pieces }) =>
    pieces.slice(1).map((piece, i) => {
      const before = pieces[i] as BandPiece;
      const from = piece.filled ? piece.x0 - EDGE : Math.min(before.x1, piece.x0 - EDGE);
      const to = before.filled ? before.x1 + EDGE : Math.max(piece.x0, before.x1 + EDGE);
      return { from: Math.min(from, to - EDGE), to };
    }),
  );
  gaps.push(...gapsWhereCellsAreEmpty(bands));
  const stabbed: { from: number; to: number }[] = [];
  for (const gap of gaps.sort((a, b) => a.to - b.to)) {
    const last = stabbed.at(-1);
    if (last && gap.from <= last.to) last.from = Math.max(last.from, gap.from);
    else stabbed.push({ ...gap });
  }
  const edges = stabbed.map(
    ({ from, to }) => ends.find((end) => end >= from && end <= to) ?? (from + to) / 2,
  );
  return bands.flatMap(({ top, bottom, pieces }, i) => {
    const below = bands[i + 1]?.pieces ?? [];
    const heads = isOverMore(pieces, below) && pieces.every(({ filled }) => !filled);
    const spans = heads ? spansOf(pieces, [x0, ...edges, x1], below) : [];
    const texts = spans.length === pieces.length ? spans : pieces;
    return edges
      .filter((at) => {
        const over = ends.includes(at) ? pieces : texts;
        return !over.some((one) => one.x0 < at - 0.1 && one.x1 > at + 0.1);
      })
      .map((at): RuleStretch => ({ at, from: top, to: bottom }));
  });
}

/** Whether the row below parts what a row's texts over it name; what stands left of all of it runs along both rows. */
function isOverMore(pieces: readonly BandPiece[], below: readonly BandPiece[]): boolean {
  const left = Math.min(...below.map((piece) => piece.x0));
  return pieces.filter((piece) => piece.x1 > left).length < below.length;
}
