/**
 * Undoes the filters of PNG (RFC 2083, 6) that rows of samples were packed with, one row after the other as they come.
 * @param stride bytes of a row
 * @param step bytes of a sample, at least one
 * @param take tells by false that no more is wanted
 */
export function unfiltered(
  stride: number,
  step: number,
  take: (row: Uint8Array) => boolean,
): (chunk: Uint8Array) => boolean {
  let above = new Uint8Array(stride);
  let row = new Uint8Array(stride);
  let filter = 0;
  /** −1: the byte that names the row's filter is next. */
  let at = -1;
  return (chunk) => {
    for (const byte of chunk) {
      if (at < 0) {
        filter = byte;
      } else {
        const left = at >= step ? (row[at - step] as number) : 0;
        const corner = at >= step ? (above[at - step] as number) : 0;
        row[at] = byte + predicted(filter, left, above[at] as number, corner);
      }
      at++;
      if (at < stride) continue;
      if (!take(row)) return false;
      [above, row, at] = [row, above, -1];
    }
    return true;
  };
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
