import { remembered } from './remembered.ts';
import type { Span } from './span.ts';

/**
 * What a column or row of figures holds: as indicators see it (`value`), as money sees it (`money`), or a rate or
 * difference that is computed from other figures (`rate`).
 */
export type FigureKind = {
  readonly value: 'baseline' | 'target' | 'actual' | 'forecast' | null;
  readonly money: 'budget' | 'settlement' | 'forecast' | null;
  readonly rate: 'achievement' | 'progress' | 'change' | 'execution' | null;
  /** Said of the value beside it: 見込 in 実績見込, 速報 in 実績(速報). */
  readonly qualifier?: string;
};

/** A kind that a label names. */
export type SaidKind = Span & { readonly kind: FigureKind };

export const NO_KIND = { value: null, money: null, rate: null } as const;
/** Which results: 成果実績, 24年度実績. */
const OF = '(?:成果|活動|実施|年度末|年度)?';
const SIZE = '(?:値|額|数|量)?';
/** What follows makes it a name of something else: 目標項目, 計画期間, 実績報告. */
const NO_NAME =
  '(?!項目|指標|名|設定|年[度次]|期間|書|案|策定|の(?:考え方|根拠|説明|名称)|に対する|報告|事業|管理|体系)';

/** Plans of other things than figures: 事業計画, 年次計画. */
const NO_PLAN = '(?<!事業|実施|年次|総合|基本|行動|推進|整備)';

/** Results of other things than figures: 評価結果, 取組の結果. A kind before it is none of them: 目標値結果. */
const NO_RESULT = '(?:(?<!\\p{L})|(?<=値|目標|計画))';

/** Words for kinds in folded text; of those that begin at one place the first counts: a longer word before one that it begins with. */
const WORDS: readonly (readonly [string, FigureKind])[] = [
  ['進捗(?:率|度)', { ...NO_KIND, rate: 'progress' }],
  [
    '(?:目標|計画)?(?:値)?(?:の)?達成(?:率|度|割合|状況|見込)|(?:目標|計画)(?:値)?(?:比|との比較)|進捗(?:状況)?|達成(?=$|[()])',
    { ...NO_KIND, rate: 'achievement' },
  ],
  ['(?:予算)?執行率', { ...NO_KIND, rate: 'execution' }],
  [
    '(?:目標|計画|実績|基準|前年度?|当初)(?:値)?(?:と|から|まで)(?:目標|計画|実績)?(?:値)?の?(?:差[異引額]?|乖離|残り?|増減|伸び)|(?:対)?前年度?(?:同期)?(?:比(?:較)?|差)(?:増減)?|対前年度?(?:増減)?(?:率|額|数|比)?|増減(?:率|額|数|値)?|伸び率|増加率|比較|差(?:引|異|額)?(?=$|[()（])',
    { ...NO_KIND, rate: 'change' },
  ],
  [
    `${OF}(?:実績|決算)(?:値)?[(]?(?:の)?見込み?(?:値|額|数|量)?[)]?|見込み?(?:の)?実績${SIZE}`,
    { ...NO_KIND, value: 'actual', money: 'settlement', qualifier: '見込' },
  ],
  [
    `${OF}実績${SIZE}[(]?(?:速報|概数|概算)(?:値)?[)]?|(?:速報|概数)値?`,
    { ...NO_KIND, value: 'actual', money: 'settlement', qualifier: '速報' },
  ],
  [
    `${OF}実績${SIZE}[(]?(?:暫定|推計|推定)(?:値)?[)]?|暫定値`,
    { ...NO_KIND, value: 'actual', money: 'settlement', qualifier: '暫定' },
  ],
  [
    `(?:当初|活動|実施|年度末|年度)?見込み?${SIZE}|(?:予測|見通し)${SIZE}`,
    { ...NO_KIND, value: 'forecast', money: 'forecast' },
  ],
  [
    `基準(?:年度?)?(?:時)?(?:の)?(?:値|実績)|基準(?:年度?)?(?=$|[()\\d])|(?:計画)?策定(?:時|前)(?:点)?(?:の)?(?:実績|現状)?値?|(?:計画)?当初値|計画(?:当初|時)(?:点)?(?:の)?値?|現[状況](?:数)?値|現況(?!調査|報告|分析|と|の課題)|初期値|(?:事業)?開始(?:前|時)(?:の)?値?|(?:起点|出発点|始点)(?:の)?値?|スタート(?:時|値)`,
    { ...NO_KIND, value: 'baseline' },
  ],
  [
    '(?:当初|補正後?|最終|現計|概算)?予算(?:現)?(?:額|案|値)?|(?:概算)?要求額?|(?:当初|補正)(?=$|[()])|繰越(?:し)?額?',
    { ...NO_KIND, money: 'budget' },
  ],
  [
    '(?:決算|執行|支出(?!金))(?:済)?(?:額|値|見込額)?',
    { ...NO_KIND, value: 'actual', money: 'settlement' },
  ],
  [
    `${OF}実績${NO_NAME}${SIZE}|${NO_RESULT}結果(?:値)?(?=$|[()])|(?:確定|到達|測定|達成)(?:値|水準)|実数(?=$)|現状(?!維持|分析|と|の課題)|(?:現在|直近|最新)値|実測値`,
    { ...NO_KIND, value: 'actual', money: 'settlement' },
  ],
  [
    `目標指標値|目標年度の(?:目標)?値|(?:めざす|目指す)(?:値|水準|数値)|(?:最終|中間|成果|数値|単年度|年度|到達|長期|中期|短期|活動)?目標(?:水準|数値)?${NO_NAME}${SIZE}|${NO_PLAN}計画${NO_NAME}${SIZE}|予定${SIZE}${NO_NAME}|期待値`,
    { ...NO_KIND, value: 'target', money: 'budget' },
  ],
];

const ANY = new RegExp(WORDS.map(([word], n) => `(?<k${n}>${word})`).join('|'), 'gu');

/** The kinds that a folded label names, in the order in which they stand there: 目標値実績見込 is a target and an actual. */
export const kindsIn = remembered((folded): readonly SaidKind[] =>
  [...folded.matchAll(ANY)].flatMap(({ index, 0: text, groups }) => {
    const found = WORDS.findIndex((_, n) => groups?.[`k${n}`] !== undefined);
    const kind = WORDS[found]?.[1];
    return kind && text !== '' ? [{ kind, start: index, end: index + text.length }] : [];
  }),
);
