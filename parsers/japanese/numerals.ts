import type { Token } from './tokens.ts';
import { codes, uncounted } from './uncounted.ts';

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
const MYRIAD = '(?: ?(?:百(?!貨)|千(?!葉)|[万億兆]))';
const NUMERAL = new RegExp(
  String.raw`(?<![.\d]|\d\s)(?<sign>[△▲]|マイナス|(?<=^|[(:\s])-)?(?<body>${DIGITS}${MYRIAD}*(?:(?<=[百千万億兆]) ?${DIGITS}${MYRIAD}*)*)`,
  'g',
);
const PART = new RegExp(`(${DIGITS})([百千万億兆]*)`, 'g');
const SCALE: Record<string, number> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

function amount(body: string): number {
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
  const others = [...uncounted(folded), ...codes(folded)];
  return [...folded.matchAll(NUMERAL)]
    .map(({ index, 0: all, groups }) => ({
      start: index,
      end: index + all.length,
      value: (groups?.['sign'] ? -1 : 1) * amount(groups?.['body'] ?? ''),
    }))
    .filter(({ start, end }) => !others.some((span) => span.start < end && start < span.end));
}

const KANJI = /^[一二三四五六七八九十百千万億兆]$/;
const KANJI_COUNTER =
  /^(?:件|社|人|名|戸|校|[かカヶケ箇]所|本|台|基|棟|回|世帯|店舗?|円|個|冊|枚|組|点|園|隻|頭|羽|割|倍|団体|市町村?|[市町村])$/;

/** 三十五 as 3十5. */
function kanjiAmount(kanji: string): number {
  const digits = kanji.replace(
    /[一二三四五六七八九]/g,
    (c) => `${'一二三四五六七八九'.indexOf(c) + 1}`,
  );
  const spelled = digits.replace(/(?<!\d)[百千]/g, '1$&').replace(/(?<!\d)十/g, '1十');
  return amount(spelled.replace(/(\d)十(\d)?/g, (_, tens, ones = '0') => `${tens}${ones}`));
}

/** 三十五件, 三つ; but not 一つ, 二次, 八戸市, 数十社. */
export function kanjiNumerals(tokens: readonly Token[]): Numeral[] {
  const found: Numeral[] = [];
  for (let n = 0; n < tokens.length; n++) {
    const first = tokens[n];
    if (!first) continue;
    if (/^[二三四五六七八九]つ$/.test(first.surface) && tokens[n + 1]?.surface !== '目') {
      const { start } = first;
      found.push({ start, end: start + 1, value: kanjiAmount(first.surface.charAt(0)) });
      continue;
    }
    let to = n;
    while (tokens[to]?.posDetail === '数' && KANJI.test(tokens[to]?.surface ?? '')) to++;
    if (to === n) continue;
    const [before, after, noun] = [tokens[n - 1], tokens[to], tokens[to + 1]];
    const counter = after?.surface === 'の' ? noun : after;
    const value = kanjiAmount(
      tokens
        .slice(n, to)
        .map(({ surface }) => surface)
        .join(''),
    );
    const alone = !/^(?:第|数|何|幾|[\d,.０-９]+)$/.test(before?.surface ?? '');
    const end = tokens[to - 1]?.end ?? first.end;
    if (alone && value > 1 && KANJI_COUNTER.test(counter?.surface ?? '')) {
      found.push({ start: first.start, end, value });
    }
    n = to - 1;
  }
  return found;
}
