import type { BandPiece } from './bands.ts';

/** A text this near (points) to the middle of its columns stands in it. */
const NEAR = 4;
/** What a column that is left out costs: less than to be off the middle. */
const LEFT_OUT = 0.5;

export type Across = { readonly x0: number; readonly x1: number };
type Choice = { readonly cost: number; readonly spans: readonly Across[] };

export const middle = ({ x0, x1 }: Across): number => (x0 + x1) / 2;

/** How far a text is from the middle between the first and the last of those below it. */
function offTexts(piece: BandPiece, below: readonly BandPiece[]): number {
  const [first, last] = [below[0], below.at(-1)];
  if (!first || !last) return Infinity;
  return Math.abs(middle(piece) - (middle(first) + middle(last)) / 2);
}

/**
 * The columns that each text of a row of heads stands over: those whose middle it is nearest to, as many as there are free
 * (the cheapest choice for all texts of the row, by dynamic programming from left to right).
 * @param edges where the columns' borders stand, the table's sides included
 * @param below the texts of the next row, which stand in the middle of their columns, too
 */
export function spansOf(
  pieces: readonly BandPiece[],
  edges: readonly number[],
  below: readonly BandPiece[],
): readonly Across[] {
  const cols = edges.length - 1;
  let best = new Map<number, Choice>([[0, { cost: 0, spans: [] }]]);
  for (const piece of pieces) {
    const next = new Map<number, Choice>();
    const first = Math.max(
      0,
      edges.findLastIndex((x) => x <= piece.x0 + 1),
    );
    const last = Math.max(
      first,
      edges.findLastIndex((x) => x < piece.x1 - 1),
    );
    for (const [free, before] of best) {
      for (let from = free; from <= first; from++) {
        for (let to = last; to < cols; to++) {
          const [x0, x1] = [edges[from] as number, edges[to + 1] as number];
          const off = Math.min(
            Math.abs(middle(piece) - (x0 + x1) / 2),
            offTexts(
              piece,
              below.filter((one) => middle(one) > x0 && middle(one) < x1),
            ),
          );
          const cost = before.cost + Math.max(0, off - NEAR) + LEFT_OUT * (from - free);
          const known = next.get(to + 1);
          if (!known || cost < known.cost) {
            next.set(to + 1, { cost, spans: [...before.spans, { x0, x1 }] });
          }
        }
      }
    }
    best = next;
  }
  const all = [...best].map(([free, { cost, spans }]) => ({
    cost: cost + LEFT_OUT * (cols - free),
    spans,
  }));
  return all.reduce<Choice>((a, b) => (b.cost < a.cost ? b : a), { cost: Infinity, spans: [] })
    .spans;
}
