export type Span = { start: number; end: number };

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
const MYRIAD = '(?:百(?!貨)|千(?!葉)|[万億兆])';
const NUMERAL = new RegExp(
  String.raw`(?<![.\d]|\d\s)(?<sign>[△▲]|マイナス|(?<=^|[(:\s])-)?(?<body>${DIGITS}${MYRIAD}*(?:(?<=[百千万億兆])${DIGITS}${MYRIAD}*)*)`,
  'g',
);
const PART = new RegExp(`(${DIGITS})([百千万億兆]*)`, 'g');
const SCALE: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

function amount(body: string): number {
  let total = 0;
  let sum = 0;
  for (const [, digits = '', myriads = ''] of body.matchAll(PART)) {
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

const LIST = String.raw`\d+(?:[~・,、-]\d+)*`;

/** Numbers that count nothing: dates and durations, ordinals, fractions, clock times, bases (1人当たり). */
const UNCOUNTED = [
  String.raw`(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])?${LIST}\s?[かヶカヵケ箇]?(?:年|月(?!額))`,
  String.raw`${LIST}\s?日`,
  `${LIST}週`,
  String.raw`\d+時(?!間)(?:\d+分)?`,
  '24時間',
  String.raw`\d+:\d+`,
  String.raw`\d+(?:[/.-]\d+){2,}`,
  String.raw`\d+/\d+`,
  String.raw`\d+分の\d+`,
  String.raw`第\s?${LIST}`,
  `${LIST}(?:番(?!組)|号|条(?!件|例)|項(?!目)|章|節|期(?!間)|級|位(?!置)|次|丁目|代(?!表)|世紀|周年|学年|校時)`,
  String.raw`\d+\D{1,2}目(?![標的指])`,
  String.raw`\d+\D{1,3}(?:当たり|あたり|当り|につき)`,
  String.raw`(?<![\d,.])1つ`,
].map((pattern) => new RegExp(pattern, 'g'));

/** CO2, PM2.5, ISO14001: digits of a name, unless a counter follows (PR10回). */
const CODE = /[A-Za-z]-?\d[\d.]*(?![\d.]*(?:[%件社人名回校]|団体))/g;

const spans = (folded: string, pattern: RegExp): Span[] =>
  [...folded.matchAll(pattern)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));

/** Where `folded` (see `foldWidth`) tells dates, ordinals and the like. */
export function uncounted(folded: string): Span[] {
  return /\d/.test(folded) ? UNCOUNTED.flatMap((pattern) => spans(folded, pattern)) : [];
}

/** The numbers of a folded text that may count something, in order. */
export function numerals(folded: string): Numeral[] {
  const others = [...uncounted(folded), ...spans(folded, CODE)];
  return [...folded.matchAll(NUMERAL)]
    .map(({ index, 0: all, groups }) => ({
      start: index,
      end: index + all.length,
      value: (groups?.['sign'] ? -1 : 1) * amount(groups?.['body'] ?? ''),
    }))
    .filter(({ start, end }) => !others.some((span) => span.start < end && start < span.end));
}
