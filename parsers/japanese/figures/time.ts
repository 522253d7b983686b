import { matchAt } from './number.ts';

/** A date, a year, an hour or an ordinal: numbers that are no figure. */
export type Time = {
  readonly end: number;
  /** How exactly it is told: what is published 「8月」 is to come, 「25年度調査」 is a year's survey. */
  readonly of: 'month' | 'year' | 'ordinal' | 'interval';
};

const ERA = "(?:明治|大正|昭和|平成|令和|西暦|[明大昭平令]|[MTSHR]\\.?|FY|')";
const KANJI_YEAR = '[〇一二三四五六七八九十]{1,4}';
const YEAR = `(?:元|[1-9]\\d?(?!\\d)|(?:19|20)\\d\\d|${KANJI_YEAR})`;
/** What a year counts when it is no date: 5年間, 3年連続, 10年以内. */
const LASTING = '(?!間|以上|以内|以下|未満|程度|超)';
const MONTH = '(?:1[0-2]|0?[1-9])月(?![間額])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])日';
const NUMBERED =
  '(?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\\d|0?[1-9])(?![\\d.])|(?:1[0-2]|0?[1-9])(?![\\d.])';
/** What stands behind a point in time. */
const BESIDE = '頃|ごろ|現在|時点|公表|判明|確定|発表|施行|開始|実施|開催|予定|より|から|まで';
const ORDINAL_UNIT = '(?:次|号|期|章|節|条|項(?!目)|版|世紀|周年|学年|番地?(?!組)|回目|四半期)';

const PATTERNS: readonly (readonly [Time['of'], RegExp])[] = [
  ['interval', /\d{1,3}(?:年度?|か月|ヶ月|カ月)(?:に(?:\d{1,2}|一)[度回]|ごと|毎|おき)/y],
  ['month', new RegExp(`(?:${ERA}?${YEAR}年)?${MONTH}(?:${DAY})?`, 'y')],
  ['month', new RegExp(`${ERA}(?:元|\\d{1,2}|(?:19|20)\\d\\d)[./](?:${NUMBERED})`, 'y')],
  // What counts, 1900.12件, is no month, and with one decimal, 1921.1, it may be any figure.
  [
    'month',
    new RegExp(
      `(?:19|20)\\d\\d(?!\\.[1-9](?!\\d|[./]\\d|${BESIDE}))[./](?:${NUMBERED})(?![件人社箇か所回台団戸世千万億%])`,
      'y',
    ),
  ],
  ['month', new RegExp(`(?:1[0-2]|[1-9])/(?:3[01]|[12]\\d|[1-9])(?=${BESIDE})`, 'y')],
  // Behind what counts, 46.10.1件, nobody can say.
  [
    'month',
    new RegExp(
      `[1-9]\\d?\\.(?:1[0-2]|0?[1-9])\\.(?:3[01]|[12]\\d|0?[1-9])(?=$|[^\\d.%\\p{L}]|${BESIDE}|[にのは末付]|以[降前後])`,
      'uy',
    ),
  ],
  ['year', new RegExp(`${ERA}?${YEAR}年度?(?!目|代|生|間)${LASTING}`, 'y')],
  [
    'year',
    new RegExp(
      `(?<![A-Za-z])${ERA}(?:元|\\d{1,2}|(?:19|20)\\d\\d)(?![\\d.,%A-Za-z])(?:年度?)?`,
      'y',
    ),
  ],
  ['ordinal', /(?:[01]?\d|2[0-4]):[0-5]\d(?=$|[\s~、。()]|開|終|頃|に|から|まで|以)/y],
  ['ordinal', /(?:[01]?\d|2[0-4])時(?!間|点)(?:[0-5]?\d分)?/y],
  ['ordinal', new RegExp(`第(?:\\d{1,4}|${KANJI_YEAR})(?![\\d,.]|位)${ORDINAL_UNIT}?`, 'y')],
  ['ordinal', new RegExp(`\\d{1,4}${ORDINAL_UNIT}(?!以上|以内|以下|未満|程度)`, 'y')],
  // 品目, 種目, 科目 … are counted, not numbered.
  ['ordinal', /\d{1,4}[^\d\s、。()]{0,2}[^\d\s、。()品種項科曲演題細費課条税丁]目(?![標的指])/y],
  ['ordinal', /\d{1,2}年(?:連続|ぶり|生|代)/y],
];

/** 24～27年度, 4～6月: the unit stands behind the last. */
const SHARED = /[1-9]\d{0,3}(?:[~・、-]|から)(?=[1-9]\d{0,3}(?:年度|月))/y;
const JOINT = /(?:[~・、-]|から|→)/y;
const EXTENT =
  /(?:末|当初|初頭|初め|初|頃|ごろ|[上中下]旬|[上下]半?期|[前後]半|半ば|中(?=に|[^\p{L}]|$)|時点|現在|以降|以後|以前|期|分|版|内|度)*(?:までに?|からの?|より|には?|では?|の|は|も)?/uy;

/** The time that begins at this place of a narrow text, with what tells its extent: 6月下旬, 平成27年度までに, 24～27年度. */
export function readTime(text: string, start: number): Time | null {
  const shared = matchAt(SHARED, text, start);
  const first = readPoint(text, start + (shared?.[0].length ?? 0));
  if (!first) return null;
  let { end, of } = first;
  for (;;) {
    const extent = matchAt(EXTENT, text, end)?.[0] ?? '';
    end += extent.length;
    const joint = matchAt(JOINT, text, end)?.[0] ?? '';
    const next = joint === '' ? null : readPoint(text, end + joint.length);
    if (!next) return { end, of };
    end = next.end;
    if (next.of === 'month') of = 'month';
  }
}

function readPoint(text: string, at: number): Time | null {
  for (const [of, pattern] of PATTERNS) {
    const found = matchAt(pattern, text, at);
    if (found) return { end: at + found[0].length, of };
  }
  return null;
}
