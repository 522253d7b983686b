import { matchAt } from './number.ts';

/** A word behind a figure that is no part of its unit. */
export type Suffix = {
  readonly kind: 'qualifier' | 'increase' | 'decrease' | 'action';
  readonly end: number;
};

/** One of these ends a figure only where no other word goes on: 5件増, 5増床. */
const ALONE = '(?![\\p{Script=Han}\\p{Script=Katakana}])';
const QUALIFIER = new RegExp(
  '以上|以下|以内|未満|規模|相当|体制|程度|前後|内外|超過|超え|余り|あまり|ほど|近く|くらい|ぐらい|ずつ|' +
    'を(?:超え|こえ|上回|下回|切)(?:る|らない)?|に満たない|(?:実績|当初)?見込み?値?|予定|目標|' +
    `(?:超|余|強|弱|程)${ALONE}`,
  'uy',
);
const INCREASE = new RegExp(`の?(?:増加|上昇|向上|増額|拡大|アップ|UP|増)${ALONE}|多い|高い`, 'uy');
const DECREASE = new RegExp(
  `の?(?:減少|低下|下落|下降|削減|縮減|縮小|低減|軽減|短縮|減額|ダウン|DOWN|減)${ALONE}|少ない|低い`,
  'uy',
);
/** What was done to what is counted: 100%維持, 12回開催, 3か所整備済み. */
const ACTION = new RegExp(
  '[をで]?(?:維持|達成|確保|実施|開催|実現|参加|設置|整備|策定|作成|開設|認定|登録|締結|選定|採択|配置|養成|育成|導入|発行|配布|' +
    '利用|受講|受入れ?|派遣|交付|支援|訪問|出展|出店|成立|創出|誘致|立地|完成|完了|終了|着手|実績|公表|更新|改定|改修|解消|継続|' +
    '新設|新規|追加|取得|獲得|制定|供用|整備|稼働|運用|運行|販売|収集|回収|処理|検査|調査|点検|指導|相談|回答|応募|申請|入所|改善|悪化|' +
    '目指す|めざす)(?:開始|終了|完了|予定)?(?:済み?)?(?![\\p{L}])|済み?(?![\\p{L}])',
  'uy',
);

/** 20点台: behind another unit 台 is none. */
const BAND = /台(?!\p{L})/uy;

/** @param counted whether a unit stands before it */
export function readSuffix(text: string, at: number, counted: boolean): Suffix | null {
  const found = (pattern: RegExp, kind: Suffix['kind']): Suffix | null => {
    const word = matchAt(pattern, text, at)?.[0];
    return word ? { kind, end: at + word.length } : null;
  };
  return (
    found(QUALIFIER, 'qualifier') ??
    (counted ? found(BAND, 'qualifier') : null) ??
    found(DECREASE, 'decrease') ??
    found(INCREASE, 'increase') ??
    found(ACTION, 'action')
  );
}

const LEADING =
  /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|わずか|延べ|のべ|延|総勢|合計|累計|総計|計|最大|最低|最小|最高|平均|年間|月間|毎年度?|毎月|毎週|毎日|年平均|年度平均|各|全|年|月|週|日|少なくとも)+/;

const MAX_QUALIFIER_LENGTH = 12;

/** The qualifiers that the words before a figure end with; none are 累計's で and は. */
export function leadingQualifier(words: string): string {
  const bare = words.slice(-MAX_QUALIFIER_LENGTH).replace(/[ではの]$/, '');
  for (let from = 0; from < bare.length; from++) {
    if (LEADING.exec(bare.slice(from))?.[0].length === bare.length - from) return bare.slice(from);
  }
  return '';
}

const NOTE =
  /^(?:速報値?|暫定値?|推計値?|概数|概算|確定値?|(?:実績)?見込み?値?|累計|延べ|年度?平均)$/;

/** 12.3%（速報値）: a note in parentheses that qualifies the figure before it. */
export const isQualifyingNote = (words: string): boolean => NOTE.test(words);
