import type { Span } from './span.ts';

const LIST = String.raw`\d{1,9}(?:[~・,、-]\d{1,9}){0,9}`;
const ERA = '(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])';
const MONTHS = '[かヶカヵケ箇]月';

/**
 * Dates. Years that are a term count (工期３年); so do days without a month before or a day of the week behind them,
 * the ends of a change (14日から9日に短縮), and what is averaged or bounded.
 */
const DATES = [
  `(?=[\\d明大昭平令MTSHR])(?!\\d{3}年)(?<!\\d|(?:[工任納学]期|期間|年[数限])[はがを:]?)${ERA}?${LIST}年(?!間)`,
  `${LIST}月(?!額)`,
  `(?<![A-Za-z])[HR]\\d{1,2}(?![\\w.-])`,
  [
    '(?=\\d)(?<!(?:平均|約|計|延べ|のべ|最大|最長|最短|週|(?<![\\d同])(?:月に?|年間?)|日数[はがを:]?)|(?:平均|約|計)\\d{1,3}日(?:から|→|~))',
    '(?:(?<=月.{0,99})|(?=\\d{1,2}日[(][月火水木金土日]))(?<![\\d,.])(?:[12]\\d|3[01]|0?[1-9])(?:[~・,、-]\\d{1,9}){0,9}\\s?日(?!間|以上|以内|程度)',
  ].join(''),
];

/** Periods in which something else is counted: 4年間で40社, 今後3か月間, １時間に5回, 3年後. */
const PERIOD = `(?:年間?|${MONTHS}間?|日間?|週間?|時間|分間?)`;
const PERIODS = [
  `(?<![\\d.]|は(?:[月年日週]?平均|約|計)?)${LIST}${PERIOD}(?:で(?![きすあは])|に(?=[、\\d約延平])|の間|以内に|ずつ|連続|後|前(?!後|年))`,
  `(?:過去|今後|この|直近|向こう|最近|当初)の?${LIST}${PERIOD}`,
  `${LIST}年間(?:の|に)`,
  `${LIST}${MONTHS}(?!間|以|[程未]|[にへ、])`,
  `${LIST}週(?!間)`,
  `${LIST}[かヶカヵケ箇]年(?!間)`,
  '24時間',
  '\\d{1,9}時(?!間)(?:\\d+分)?',
  '(?<!\\d|[HRS]\\d?)\\d{1,2}:[0-5]\\d(?!\\d)',
];

/** Floors, and what there is none of: 5階建て, 1件もなく, 一件も寄せられていない. */
const NONE = [
  `${LIST}階(?!級|層)`,
  '(?<![\\d,.])[1一](?![\\d,.])[^\\d\\s、。]{1,3}も(?=[^、。]{0,20}(?:な[いくかし]|ず|ません))',
];

/** Ordinals and classes: 第3次, 2回目, 1級河川, 18歳人口, 5人槽, 5点満点; a rank counts. */
const ORDINALS = [
  `第\\s?${LIST}(?!\\d|\\s?位)`,
  `${LIST}(?:番(?!組)|号|条(?!件|例)|項(?!目)|章|節|期(?!間)|級|次|丁目|代(?!表)|世紀|周年|学年|校時)`,
  // Not 5品目, 3項目, which count.
  '\\d{1,9}(?![品項種科費]目)[^\\d、。]{1,2}目(?![標的指])',
  '\\d{1,9}歳(?:\\d{1,2}[かヶカヵケ箇]月)?(?=人口|児|級|時)',
  '\\d{1,9}人[槽乗]',
  '\\d{1,9}点満点',
  '(?<![\\d,.])1つ',
  // 1社1村運動 is a name.
  '(?<![\\d,.])1[^\\d\\s、。]{1,2}1[^\\d\\s、。]{1,2}(?:運動|活動|事業|端末)',
];

/** What a rate is per: 1人当たり, 10分ごと, 1戸50万円. */
const BASES = [
  '[\\d一]{1,9}[^\\d\\s、。,.()]{1,3}(?:当たり|あたり|当り|につき|ごと|毎(?!年|月|日|週)|おき)',
  '(?<![\\d,.])[1一][^\\d\\s、。()]{1,3}平均(?=約?[\\d一二三四五六七八九十百千])',
  '(?<![\\d,.])1[^\\d\\s、。(),.%百千万億兆円]{1,4}(?=(?:約|平均|最大)?\\d[\\d,]*[百千万億]*円)',
  '(?<![\\d,.])1(?:コース|戸|世帯|回|会場|事業所|校|件|日|人|台|便|団体|施設)(?=(?:約|計|平均|最大)?\\d)',
];

const FRACTIONS = ['\\d{1,9}(?:[/.-]\\d+){2,}', '\\d{1,9}/\\d+', '\\d{1,9}分の\\d+'];

/** CO2, PM2.5, ISO14001: digits of a name, unless a counter follows (PR10回). */
const CODES = ['[A-Za-z]-?\\d[\\d.]*(?![\\d.]*(?:[%件社人名回校]|団体))'];

const compiled = (patterns: readonly string[]) => patterns.map((p) => new RegExp(p, 'g'));

const UNCOUNTED = compiled([...DATES, ...PERIODS, ...NONE, ...ORDINALS, ...BASES, ...FRACTIONS]);
const NAMES = compiled(CODES);

const found = (folded: string, patterns: readonly RegExp[]): Span[] =>
  /[\d一]/.test(folded)
    ? patterns.flatMap((pattern) =>
        [...folded.matchAll(pattern)].map(({ index, 0: all }) => ({
          start: index,
          end: index + all.length,
        })),
      )
    : [];

/** Where a folded text (see `foldWidth`) tells dates, periods, ordinals and bases: their numbers count nothing. */
export const uncounted = (folded: string): Span[] => found(folded, UNCOUNTED);

/** The codes of a folded text. */
export const codes = (folded: string): Span[] => found(folded, NAMES);
