import { firstFrom, lastBefore } from './order.ts';
import type { Token } from './tokens.ts';

/** Units that the dictionary does not know or cuts in pieces. */
const WRITTEN = new RegExp(
  [
    '^ ?(?:%(?:ポイント)?|‰|℃|[㌀-㏟]|',
    '(?:[kMGT]?Wh?|[kmnpμµ]?g|km2?|cm|mm|ha|m[23²³]?|a|t(?:-CO2)?|[kmM]?[lL]|[kMGT]?[BJ]|[kMG]?bps|dB|ppm|[mnμµ]?Sv|Bq|h?Pa|Hz)',
    // 0.001ng-TEQ/㎥N, 12mg/L; the 年 of ha/年 is a time, not the unit's.
    '(?:-[A-Z]{2,4})?(?:/(?:[㎥㎡]N?|k?m[23]|[kmM]?[glL]|h)(?![A-Za-z]))?(?![A-Za-z])|',
    '[か箇個カヶヵケ](?:所|国語?|村|月間?)|分(?:団|校|室|館|科会)|つ(?!い)|市町村|市町|人[日月泊]|TEU(?![A-Za-z]))',
  ].join(''),
);
const COUNTER = /^(?:一般$|接尾-(?:助数詞|一般|地域))/;
const NOT_COUNTERS = new Set(
  '等 以上 以下 程度 増 減 強 弱 内 中 別 全 各 年間 総勢 合計'.split(' '),
);
/** Verbal nouns that are counted; all others tell what was done: 11回開催, 3社参加. */
const COUNTED_ACTIONS = new Set(
  '施設 設備 計画 工事 研究 提案 取引 訓練 展示 会議 公演 試合 企画 契約 往復'.split(' '),
);

/** 測定局, 検討会: with these a verbal noun names a thing, behind others (化, 中, 後) it does not. */
const THING = /^(?:局|所|者|室|校|車|機|器|会|団|体|隊|班|店|園|場|館|院|地|船|員)$/;
/** 100t級, 四車線化, 24人制: what kind a thing is, not how many. */
const KIND = /^(?:級|化|制|式|型|乗り)$/;

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
  if (written) {
    const end = at + written.length;
    const kind = tokens[firstFrom(tokens, end)];
    if (kind?.start === end && KIND.test(kind.surface)) return null;
    return { start: at + (written.length - written.trimStart().length), end };
  }
  let first = lastBefore(tokens, at) + 1;
  while (tokens[first]?.surface.trim() === '') first++;
  const [counter, suffix] = [tokens[first], tokens[first + 1]];
  if (!counter || counter.start > at + 1) return null;
  // The dictionary has １人 as one word.
  if (counter.start < at) return { start: at, end: counter.end };
  if (KIND.test(suffix?.surface ?? '')) return null;
  if (counter.posDetail === 'サ変接続' && suffix && THING.test(suffix.surface)) {
    return { start: counter.start, end: suffix.end };
  }
  if (!isCounter(counter)) return null;
  let last = counter;
  if (noun) {
    for (let n = first + 1; tokens[n]?.pos === '名詞' && isCounter(tokens[n] as Token); n++)
      last = tokens[n] as Token;
  } else if (
    counter.posDetail === '一般' &&
    suffix?.posDetail.startsWith('接尾') &&
    suffix.surface !== '分' &&
    isCounter(suffix)
  ) {
    last = suffix;
  }
  // 40名分
  const share = last.surface.length > 1 && last.surface.endsWith('分') ? 1 : 0;
  return { start: counter.start, end: last.end - share };
}
