import type { Fact } from '../records/initiative.ts';
import { kanjiNumerals } from './kanji.ts';
import { kanjiNumber } from './kanji-number.ts';
import { foldWidth, type Numeral, numerals } from './numerals.ts';
import { coverage, firstFrom, firstOver, lastBefore } from './order.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';
import { uncounted } from './uncounted.ts';
import { unitAt } from './units.ts';

/** A counted number from its first qualifier to its last, 延べ265社以上; a range's other end lies within. */
export type Quantity = Span & {
  value: number;
  unit: string;
  /** As printed around the number: 約, 延べ, 以上. */
  qualifier: string;
  /** The end of a range (10～15件) or of a change (50件から91件へ) that it is. */
  role?: Role;
};
type Role = NonNullable<Fact['role']>;

const LEADING = new Set(
  (
    '約 およそ おおよそ おおむね 概ね ほぼ わずか 延べ のべ 延 総勢 合計 累計 総計 計 全 最大 最低 最小 最長 最短 ' +
    '少なくとも 平均 年平均 月平均 年間 年 月間 月 月額 年額 週 毎年 毎年度 毎月 毎週 毎秒 毎分 毎時 各 うち 残り 過去最多 過去最高'
  ).split(' '),
);
const TRAILING = new Set(
  '以上 以下 以内 未満 程度 前後 超 超え 余り あまり 余 強 弱 台 ほど 近く 近い 増 減'.split(' '),
);
/** 20以上の市町, 12の教室 */
const BETWEEN = /^(以上|以下|未満|程度|前後)?の/;
const CHANGE = /^(?:→|⇒)$/;
const RANGE = /^(?:~|-|から|ないし|→|⇒)$/;
/** 12円50銭 is 12.5円, 2割5分 2.5割, 1時間30分 1.5時間, 2泊3日 2泊. */
const SMALLER: Readonly<Record<string, readonly [pattern: RegExp, share: number]>> = {
  円: [/^(\d{1,2})銭/, 1 / 100],
  割: [/^([\d一二三四五六七八九])分/, 1 / 10],
  時間: [/^(\d{1,2})分|^半/, 1 / 60],
  分: [/^(\d{1,2})秒/, 1 / 60],
  泊: [/^(\d{1,2})日/, 0],
};

type Counted = Omit<Quantity, 'unit' | 'role'> & { unit: string | null };

const HEADING = /(?:[（(]|単位[：:])([^\d\s（）()、。：:]{1,8})(?:[）)]|(?=\s))/g;
const MAX_ROW = 120;

/** The unit that a row's heading tells for its bare numbers: 開催回数（回） 12、19. */
function headingUnit(at: number, folded: string, tokens: Token[]): Span | null {
  const before = folded.slice(Math.max(0, at - MAX_ROW), at);
  const from = at - before.length + before.lastIndexOf('。') + 1;
  const last = [...folded.slice(from, at).matchAll(HEADING)].at(-1);
  if (!last) return null;
  const start = from + last.index + last[0].indexOf(last[1] ?? '');
  const unit = unitAt(start, folded, tokens);
  return unit?.end === start + (last[1] ?? '').length ? unit : null;
}

function counted(numeral: Numeral, text: string, folded: string, tokens: Token[]): Counted {
  let { start, end, value } = numeral;
  let qualifier = '';
  for (let n = lastBefore(tokens, start); n >= 0; n--) {
    const { surface = '', start: at = start } = tokens[n] ?? {};
    const comma = surface === '、' && tokens[n - 1]?.surface === 'うち';
    if (!comma && !LEADING.has(surface)) break;
    if (!comma) qualifier = surface + qualifier;
    start = at;
  }
  const between = BETWEEN.exec(folded.slice(end, end + 3));
  const own = unitAt(end + (between?.[0].length ?? 0), folded, tokens, between !== null);
  const apart = own !== null && /\s/.test(text.slice(end, own.start));
  const heading = own === null || apart ? headingUnit(end, folded, tokens) : null;
  if (heading)
    return { value, unit: text.slice(heading.start, heading.end), qualifier, start, end };
  const unit = own;
  if (!unit) return { value, unit: null, qualifier, start, end };
  qualifier += between?.[1] ?? '';
  end = unit.end;
  const printed = text.slice(unit.start, unit.end);
  const [pattern, share = 0] = SMALLER[printed] ?? [];
  const smaller = pattern?.exec(folded.slice(end));
  if (smaller) {
    value = Number((value + kanjiNumber(smaller[1] ?? '30') * share).toPrecision(15));
    end += smaller[0].length;
  }
  for (let n = firstFrom(tokens, end); tokens[n]?.start === end; n++) {
    const { surface = '', end: at = end } = tokens[n] ?? {};
    if (!TRAILING.has(surface)) break;
    qualifier += surface;
    end = at;
  }
  return { value, unit: printed, qualifier, start, end };
}

/** 「ものづくりテクノフェア2013」: a quotation without a verb is a name, and so are the numbers in it. */
function namesOf(text: string, tokens: Token[]): Span[] {
  return [...text.matchAll(/[「『][^「」『』]*[」』]/g)]
    .map(({ index, 0: quoted }) => ({ start: index, end: index + quoted.length }))
    .filter(
      ({ start, end }) =>
        !tokens
          .slice(firstFrom(tokens, start), lastBefore(tokens, end) + 1)
          .some((token) => /^(?:助)?動詞$/.test(token.pos)),
    );
}

/** All quantities of a text, in order. Both ends of a range (10～15件, 50件から91件へ) start where it starts. */
export function quantities(text: string, tokens: Token[]): Quantity[] {
  const folded = foldWidth(text);
  const names = namesOf(text, tokens);
  const others = coverage(text.length, uncounted(folded));
  const all = [
    ...numerals(folded),
    ...kanjiNumerals(tokens).filter((numeral) => firstOver(others, numeral) < 0),
  ]
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => (names[lastBefore(names, start) + 1]?.start ?? start) >= start)
    .map((numeral) => counted(numeral, text, folded, tokens))
    .filter((one, n, list) => one.start >= (list[n - 1]?.end ?? 0));

  const link = (low: Counted | undefined, high: Counted | undefined): string | null => {
    if (!low || !high?.unit || (low.unit !== null && low.unit !== high.unit)) return null;
    return RANGE.exec(folded.slice(low.end, high.start))?.[0] ?? null;
  };
  const changes = (by: string, high: Counted | undefined): boolean =>
    CHANGE.test(by) || (by === 'から' && /^[へに]/.test(text.slice(high?.end)));
  return all.flatMap((one, n) => {
    const [low, high] = [all[n - 1], all[n + 1]];
    const [opens, closes] = [link(one, high), link(low, one)];
    const unit = one.unit ?? (opens && high?.unit);
    if (!unit) return [];
    let role: Role | undefined;
    if (opens) role = changes(opens, high) ? 'before' : 'from';
    else if (closes) role = changes(closes, one) ? 'after' : 'to';
    return [
      {
        value: one.value,
        unit,
        qualifier: one.qualifier,
        ...(role && { role }),
        start: closes && low ? low.start : one.start,
        end: one.unit === null && high ? high.end : one.end,
      },
    ];
  });
}
