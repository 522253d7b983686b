/** What a unit measures, and the nouns that are measured so. */
type Patterns = readonly (readonly [name: string, pattern: RegExp])[];
const UNITS: Patterns = [
  ['person', /^[人名]/],
  ['rate', /^(?:[%％割倍]|パーセント|ポイント)/],
  ['money', /円$/],
  [
    'place',
    /^(?:.[所区村国]|会場|地[点域]|[校社園市町村]|市町村?|施設|店舗|自治体|団体|都道府県)$/,
  ],
  ['times', /^[回件度]$/],
  ['time', /^(?:時間|[分日年秒]|日間|年間|.月間?)/],
  ['size', /^(?:[kK]?[mｍgｇ]|ha|[㎡㎥tｔ]|トン|ヘクタール)/],
  ['rank', /^位$/],
];
const NOUNS: Patterns = [
  ['money', /(?:[額費料金税債]|予算|残高|単価|価格|収入|補助|売上)$/],
  ['rate', /(?:[率比度]|割合|普及|目標|実績)$/],
  ['time', /(?:時間|期間?|[日年]数)$/],
  ['size', /(?:面積|延長|距離|[高量深幅長])$/],
  ['number', /数$/],
  ['person', /[者員生人民客士師児手]$/],
];

const named = (list: Patterns, text: string): string =>
  list.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

/** What a unit measures. */
export const measureOf = (unit: string) => named(UNITS, unit);
/** What a noun's last characters say that it is measured by. */
export const measuredBy = (noun: string) => named(NOUNS, noun);
