import type { Token } from './tokens.ts';

/** Units that the dictionary does not know or cuts in pieces. */
const WRITTEN =
  /^ ?(?:%(?:ポイント)?|‰|℃|[㌀-㏟]|(?:[kMG]?Wh?|kg|mg|km2?|cm|mm|ha|m[23²³]?|g|t(?:-CO2)?|k?[lL]|[kMGT]B|dB|ppm)(?![A-Za-z])|[か箇個カヶヵケ](?:所|国|村|月間?)|つ(?!い)|市町村|市町|人[日月泊]|TEU(?![A-Za-z]))/;
const COUNTER = /^(?:一般$|接尾-(?:助数詞|一般|地域))/;
const NOT_COUNTERS = new Set(
  '等 以上 以下 程度 増 減 強 弱 内 中 別 全 各 年間 総勢 合計'.split(' '),
);
/** Verbal nouns that are counted; all others tell what was done: 11回開催, 3社参加. */
const COUNTED_ACTIONS = new Set(
  '施設 設備 計画 工事 研究 提案 取引 訓練 展示 会議 公演 試合 企画 契約'.split(' '),
);

function isCounter({ surface, pos, posDetail }: Token): boolean {
  if (pos !== '名詞' || NOT_COUNTERS.has(surface)) return false;
  if (posDetail === 'サ変接続') return COUNTED_ACTIONS.has(surface);
  return (
    COUNTER.test(posDetail) && /^[\p{L}ー々]+$/u.test(surface) && !/^[A-Za-zＡ-ｚ]/.test(surface)
  );
}

/**
 * Where the unit of a number that ends at `at` stands; null where it counts nothing.
 * @param folded the text after `foldWidth`
 * @param noun whether it is a noun of any length behind の (24の福祉事業所) rather than a counter
 */
export function unitAt(
  at: number,
  folded: string,
  tokens: Token[],
  noun = false,
): { start: number; end: number } | null {
  const written = WRITTEN.exec(folded.slice(at, at + 12))?.[0];
  if (written)
    return { start: at + (written.length - written.trimStart().length), end: at + written.length };
  const first = tokens.findIndex((token) => token.end > at && token.surface.trim() !== '');
  const [counter, suffix] = [tokens[first], tokens[first + 1]];
  if (!counter || counter.start > at + 1) return null;
  // The dictionary has １人 as one word.
  if (counter.start < at) return { start: at, end: counter.end };
  if (!isCounter(counter)) return null;
  let last = counter;
  if (noun) {
    for (let n = first + 1; tokens[n]?.pos === '名詞' && isCounter(tokens[n] as Token); n++)
      last = tokens[n] as Token;
  } else if (
    counter.posDetail === '一般' &&
    suffix?.posDetail.startsWith('接尾') &&
    isCounter(suffix)
  ) {
    last = suffix;
  }
  return { start: counter.start, end: last.end };
}
