import { coverage, firstOver } from './order.ts';
import type { Span } from './span.ts';
import { codes, uncounted } from './uncounted.ts';

/** A number as written: 1,046; 84.6; 6万; 1億2,000万; △3. `start` includes its sign. */
export type Numeral = Span & { value: number };

/** Full-width ASCII, dashes and waves made narrow, unit by unit: offsets stay, and ① does not become a digit as in NFKC. */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[〜∼]/g, '~')
    .replace(/[‐‑–—―−]/g, '-');
}

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** Not the first character of a word of its own: 2百貨店, 3千葉県. */
const MYRIAD = '(?: ?(?:百(?!貨)|千(?!葉)|[万億兆]))';
const NUMERAL = new RegExp(
  String.raw`(?<![.\d]|\d\s)(?<sign>[△▲]|マイナス|(?<=^|[(:\s])-)?(?<body>${DIGITS}${MYRIAD}*(?:(?<=[百千万億兆]) ?${DIGITS}${MYRIAD}*)*)`,
  'g',
);
const PART = new RegExp(`(${DIGITS})([百千万億兆]*)`, 'g');
const SCALE: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

export function amount(body: string): number {
  let total = 0;
  let sum = 0;
  for (const [, digits = '', myriads = ''] of body.replaceAll(' ', '').matchAll(PART)) {
    let part = Number(digits.replaceAll(',', ''));
    for (const scale of myriads) {
      const factor = SCALE[scale] ?? 1;
      if (factor < 1e4) part *= factor;
      else {
        total += (sum + part) * factor;
        sum = part = 0;
      }
    }
    sum += part;
  }
  // 1.1万 is 11000, not 11000.000000000002.
  return Number((total + sum).toPrecision(15));
}

/** The numbers of a folded text (see `foldWidth`) that may count something, in order. */
export function numerals(folded: string): Numeral[] {
  const others = coverage(folded.length, [...uncounted(folded), ...codes(folded)]);
  return [...folded.matchAll(NUMERAL)]
    .map(({ index, 0: all, groups }) => ({
      start: index,
      end: index + all.length,
      value: (groups?.['sign'] ? -1 : 1) * amount(groups?.['body'] ?? ''),
    }))
    .filter((numeral) => Number.isFinite(numeral.value) && firstOver(others, numeral) < 0);
}
