const DASHES = /[‐‑‒–—―−－─]/g;
const WAVES = /[〜～∼]/g;

/** The characters as printed: only white space, and which dash or wave it is, are left out. Null is the empty text. */
export const printed = (text: string | null): string =>
  (text ?? '').replace(DASHES, '-').replace(WAVES, '~').replace(/\s/g, '');

/** The same, after NFKC: for finding what belongs together, never for judging it. */
export const folded = (text: string | null): string => printed(printed(text).normalize('NFKC'));

/** A narrative cell may keep or drop its arrow. */
export const arrowless = (text: string | null): string => printed(text).replace(/[→⇒➡]/g, '');

/** Twice the longest common subsequence over both lengths: 1 for equal texts, 0 for texts without a common character. */
export function likeness(a: string, b: string): number {
  if (a.length + b.length === 0) return 1;
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (const char of a) {
    for (let j = 1; j <= b.length; j++) {
      row[j] =
        char === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    }
    [above, row] = [row, above];
  }
  return (2 * (above[b.length] ?? 0)) / (a.length + b.length);
}
