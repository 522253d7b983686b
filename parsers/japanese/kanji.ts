import { amount, type Numeral } from './numerals.ts';
import type { Token } from './tokens.ts';

const DIGIT = /^[一二三四五六七八九十百千万億兆]$/;
const COUNTER =
  /^(?:件|社|人|名|戸|校|[かカヶケ箇]所|本|台|基|棟|回|度|局|世帯|店舗?|円|個|冊|枚|組|点|園|隻|頭|羽|割|倍|団体|市町村?|[市町村]|種類|施設|地区|会場|分野|部門|業種|言語|法人|教室|自治体|事業者|農家|病院|路線|[トヘキメパチグコ][\p{Script=Katakana}ー]+)$/u;
/** Of one, few are counted: 一人, 一部, 一本 are said of much else. */
const COUNTER_OF_ONE = /^(?:件|社|名|戸|校|台|基|棟|局|隻|頭|[かカヶケ箇]所)$/;
/** Counters that names of places end with too: 十二社, 八戸, 四日市. */
const PLACE = /^[社戸市町村]$/;
/** Of dates, periods and ordinals, which are no part of a name. */
const TIME_OR_ORDER =
  /^(?:年|月|日|時|分|秒|歳|次|期|位|年度|[日年週]間|時間|[かカヶケ箇][月年]間?)$/;
/** 百二十年 is no date. */
const LAST_YEAR_OF_AN_ERA = 64;
const QUALIFIER = /^(?:約|延べ|のべ|計|合計|全|各|うち)$/;

/** 三十五 as 3十5. */
function kanjiAmount(kanji: string): number {
  const digits = kanji.replace(
    /[一二三四五六七八九]/g,
    (c) => `${'一二三四五六七八九'.indexOf(c) + 1}`,
  );
  const spelled = digits.replace(/(?<!\d)[百千]/g, '1$&').replace(/(?<!\d)十/g, '1十');
  return amount(spelled.replace(/(\d)十(\d)?/g, (_, tens, ones = '0') => `${tens}${ones}`));
}

const isDigit = (token: Token | undefined): boolean =>
  token?.posDetail === '数' && DIGIT.test(token.surface);

/** Where the kanji digits that begin at a word end; the word itself where there are none. */
function digitsEnd(tokens: readonly Token[], n: number): number {
  let to = n;
  while (isDigit(tokens[to])) to++;
  return to;
}

const isNoun = (token: Token | undefined): boolean =>
  token?.pos === '名詞' && /^(?:一般|固有名詞|サ変接続|形容動詞語幹)/.test(token.posDetail);

/** A noun, or the 星 of 二つ星; not the 程度 of 三つ程度. */
const isNamePart = (token: Token | undefined): boolean =>
  isNoun(token) || token?.posDetail === '接尾-一般';

/** Whether nouns that go on as a name begin here; 採択 in 三件採択した tells what was done. */
function goesOn(tokens: readonly Token[], n: number): boolean {
  if (!isNoun(tokens[n])) return false;
  return tokens[n]?.posDetail !== 'サ変接続' || tokens[n + 1]?.pos === '名詞';
}

/**
 * Where the words of a name go on behind its kanji digits that begin at a word (六華亭, 百五ホール, 十社大明神, 百人委員会);
 * null where they count something (企業十二社, 約千二百教室) or tell a date.
 */
export function numberedName(tokens: readonly Token[], n: number): number | null {
  const before = tokens[n - 1];
  if (!isDigit(tokens[n]) || isDigit(before)) return null;
  const to = digitsEnd(tokens, n);
  const after = tokens[to];
  if (!after || TIME_OR_ORDER.test(after.surface)) return null;
  if (/^(?:数|何|幾|[\d,.０-９]+)$/.test(before?.surface ?? '')) return null;
  if (QUALIFIER.test(before?.surface ?? '')) return null;
  if (COUNTER.test(after.surface) || after.posDetail === '接尾-助数詞') {
    return goesOn(tokens, to + 1) ? to : null;
  }
  return isNamePart(after) ? to : null;
}

/** Whether what stands before a counter that names of places end with is counted by it. */
const isCounted = (before: Token | undefined): boolean =>
  QUALIFIER.test(before?.surface ?? '') ||
  (before?.pos === '名詞' && !/地域/.test(before.posDetail)) ||
  before?.pos === '動詞' ||
  /^[はがをもにで：:]$/.test(before?.surface ?? '');

/** 三十五件, 三つ; but not 一つ, 二つ星, 八戸市, 数十社, 百人委員会. */
export function kanjiNumerals(tokens: readonly Token[]): Numeral[] {
  const found: Numeral[] = [];
  for (let n = 0; n < tokens.length; n++) {
    const first = tokens[n];
    if (!first) continue;
    if (/^[二三四五六七八九]つ$/.test(first.surface)) {
      const { start } = first;
      if (tokens[n + 1]?.surface !== '目' && !isNamePart(tokens[n + 1]))
        found.push({ start, end: start + 1, value: kanjiAmount(first.surface.charAt(0)) });
      continue;
    }
    const to = digitsEnd(tokens, n);
    if (to === n) continue;
    const [before, after, noun] = [tokens[n - 1], tokens[to], tokens[to + 1]];
    const counter = (after?.surface === 'の' ? noun : after)?.surface ?? '';
    const value = kanjiAmount(
      tokens
        .slice(n, to)
        .map(({ surface }) => surface)
        .join(''),
    );
    const alone = !/^(?:第|数|何|幾|[\d,.０-９]+)$/.test(before?.surface ?? '');
    const counts =
      value > 1
        ? (COUNTER.test(counter) ||
            (value > LAST_YEAR_OF_AN_ERA && value < 1000 && /^年(?!度)/.test(counter)) ||
            (value > 10 && after?.surface === 'の' && isNoun(noun))) &&
          (!PLACE.test(counter) || isCounted(before))
        : COUNTER_OF_ONE.test(counter) && before?.pos === '名詞' && noun?.pos !== '名詞';
    if (alone && counts && numberedName(tokens, n) === null) {
      found.push({ start: first.start, end: tokens[to - 1]?.end ?? first.end, value });
    }
    n = to - 1;
  }
  return found;
}
