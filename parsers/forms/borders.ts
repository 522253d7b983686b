import type { Stretch } from '../layout/rules.ts';
import type { Band, Piece } from './bands.ts';
import { spansOf } from './centred.ts';

/** The edge of a background is a border, however narrow. */
const EDGE = 0.6;

/**
 * Borders between the columns of rows that have none drawn: every gap between two pieces of a row holds one, and there are
 * as few as can be (the least points that stab all gaps: gaps by their right ends, each stabbed as far right as the next
 * ones allow). A border runs through the rows that no text crosses, but not through a head that stands in the middle of
 * several columns.
 */
export function bordersOf(bands: readonly Band[], x0: number, x1: number): Stretch[] {
  const gaps = bands.flatMap(({ pieces }) =>
    pieces.slice(1).map((piece, i) => {
      const before = pieces[i] as Piece;
      const from = piece.filled ? piece.x0 - EDGE : Math.min(before.x1, piece.x0 - EDGE);
      const to = before.filled ? before.x1 + EDGE : Math.max(piece.x0, before.x1 + EDGE);
      return { from: Math.min(from, to - EDGE), to };
    }),
  );
  const stabbed: { from: number; to: number }[] = [];
  for (const gap of gaps.sort((a, b) => a.to - b.to)) {
    const last = stabbed.at(-1);
    if (last && gap.from <= last.to) last.from = Math.max(last.from, gap.from);
    else stabbed.push({ ...gap });
  }
  const edges = stabbed.map(({ from, to }) => (from + to) / 2);
  return bands.flatMap(({ top, bottom, pieces }, i) => {
    const next = bands[i + 1]?.pieces.length ?? 0;
    const heads = next > pieces.length && pieces.every(({ filled }) => !filled);
    const spans = heads ? spansOf(pieces, [x0, ...edges, x1], bands[i + 1]?.pieces ?? []) : pieces;
    return edges
      .filter((at) => ![...pieces, ...spans].some((one) => one.x0 < at - 0.1 && one.x1 > at + 0.1))
      .map((at): Stretch => ({ at, from: top, to: bottom }));
  });
}
