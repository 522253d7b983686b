import type { RuleStretch } from '../layout/rules.ts';
import type { Band, BandPiece } from './bands.ts';
import { spansOf } from './centred.ts';

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
  gaps.push(...gapsAtEnds(bands));
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

/** White before the first piece of a row that lacks one, or behind its last, the wider: R3 R4 over 事業費 | 120 | 34. */
function gapsAtEnds(bands: readonly Band[]): { from: number; to: number }[] {
  const rows = bands.filter(({ pieces }) => pieces.length > 1).map(({ pieces }) => pieces);
  const most = Math.max(...rows.map(({ length }) => length));
  const whole = rows.filter(({ length }) => length === most);
  const from = Math.max(...whole.map(([first]) => (first as BandPiece).x1));
  const to = Math.min(...whole.map((pieces) => (pieces.at(-1) as BandPiece).x0));
  return rows.flatMap((pieces) => {
    const [first, last] = [pieces[0] as BandPiece, pieces.at(-1) as BandPiece];
    if (pieces.length !== most - 1) return [];
    const [before, behind] = [first.x0 - from, to - last.x1];
    if (Math.max(before, behind) <= 0) return [];
    return [before >= behind ? { from, to: first.x0 } : { from: last.x1, to }];
  });
}

/** Whether the row below parts what a row's texts over it name; what stands left of all of it runs along both rows. */
function isOverMore(pieces: readonly BandPiece[], below: readonly BandPiece[]): boolean {
  const left = Math.min(...below.map((piece) => piece.x0));
  return pieces.filter((piece) => piece.x1 > left).length < below.length;
}
