import type { Place } from './record.ts';

/** How far (points) each side may lie from the truth's: ink and em box are not the same. */
const LOOSE = 3;

/** Whether the boxes are the truth's, page by page. */
export function agree(truth: readonly Place[], got: readonly Place[]): boolean {
  return (
    truth.length === got.length &&
    truth.every(({ page, box }, index) => {
      const other = got[index];
      return (
        other?.page === page &&
        box.every((side, i) => Math.abs(side - (other.box[i] ?? Infinity)) <= LOOSE)
      );
    })
  );
}

export function overlap(a: Place, b: Place): boolean {
  const [ax0, ay0, ax1, ay1] = a.box;
  const [bx0, by0, bx1, by1] = b.box;
  return a.page === b.page && ax0 < bx1 && bx0 < ax1 && ay0 < by1 && by0 < ay1;
}

export function placeInWords({ page, box }: Place): string {
  return `p. ${page} [${box.map((side) => Math.round(side * 10) / 10).join(' ')}]`;
}
