import type { ValueStatus } from '../../records/figure.ts';
import { comparable } from '../characters.ts';
import type { Time } from './time.ts';

/** Activities at whose end a figure is known, and which make it known. */
const FINDING =
  '(?:公表|判明|確定|発表|公開|公示|報告|速報|確報|集計|算出|算定|推計|計算|測定|計測|集約|把握|とりまとめ|取りまとめ|取り?纏め|分析|精査|確認|調査|照会|検討|協議|調整|審査|審議|検証|評価|設定|回答|結果)';
const MAKING = '(?:作成|策定|準備|整理|入力|編集|収集|回収|依頼|交渉|作業)';
const PUBLISHING =
  '(?:公表|判明|確定|発表|公開|公示|報告|速報|確報|集計|算出|算定|推計|集約|とりまとめ|取りまとめ|取り?纏め)';
/** Where the words end that say so, or only their reason or politeness follows. */
const ENDS = '(?=$|の?ため|によ?り|につき|です|であ|だ|。|、|[(（])';

const DASHES = /^(?:[-ー一・…./~]+|n\/?\.?a\.?)$/i;
const DASH_AND_UNIT = /^[-ー….]+(?:[%‰℃]|[\p{L}㎡㎥]{1,4})$/u;

const UNCHANGED =
  /(?:変化|変更|増減|影響|異常|問題|支障|遅れ|大差|変動)(?:は)?(?:なし|無し|無|ない)$/;
const PERIODIC =
  /^(?:隔年|周期)|隔年(?:度)?(?:の)?(?:調査|実施|開催|公表|集計)|(?:調査|対象|実施|開催|公表)(?:対象)?年度?(?:では|で)ない/;
const ABSENT = new RegExp(
  [
    `(?:なし|無し|ナシ|(?<!有)無)${ENDS}`,
    `(?:せず|(?<!少|足り|危|思わ|言え|いえ|わから|分から)ない|なかった|行わず|おらず|できず|出来ず)${ENDS}`,
    `(?:不可能?|不能|困難|不明|不要|不詳)${ENDS}`,
    `(?:対象|範囲|期間|適用|調査|目標|集計|評価|測定|計画)外${ENDS}`,
    `(?<!是)非(?!常)\\p{Script=Han}{2}${ENDS}`,
    `(?:欠測|欠番|欠損|中止|廃止|休止|休館|休業|凍結|延期|取りやめ|取り止め|見送り)中?${ENDS}`,
  ].join('|'),
  'u',
);
/** What is not yet done: with findings the figure is to come, with all else there is none. */
const NOT_YET = new RegExp(
  `未(?:確定|定|集計|公表|公開|判明|発表|算定|算出|回答|報告|提出|入手|取得|到着|着)(?:値|分)?${ENDS}`,
);
const NOT_DONE = new RegExp(
  `未(?!達|満|来|然|成年|就学|就業|婚|利用|知|経験)[\\p{Script=Han}]{1,4}${ENDS}`,
  'u',
);

const UNDER_WAY = new RegExp(`(?:${FINDING}|${MAKING})(?:実施|作業|手続き?)?中`);
const EXPECTED = new RegExp(
  `${FINDING}(?:す?る|され?る|の|が)?(?:予定|見込み?|見通し|待ち|次第|前${ENDS})|(?:結果|データ|回答|報告|公表)待ち`,
);
const LATER =
  /順次|随時|逐次|(?:春|夏|秋|冬)(?:頃|ごろ|期)?|年度末|年度内|年度?明け|年末|年内|[来翌次今]年度?|[来翌]月|月末|今後|後日|追って|近日|近く|後に?|以降/;
const TO_BE_PUBLISHED = new RegExp(`(?:${LATER.source})(?:に|の|から)?.{0,8}?${PUBLISHING}`);
const PUBLISHED = new RegExp(PUBLISHING);

/** A mark that judges or points: ○, ◎, ×, →. */
const MARK = /[○◯◎●×✕✖△▲▽▼□■☑☐✓✔←-⇿⬀-⬏*〃"″☆★]/u;

/**
 * What words say instead of a figure: that it is to come, that there is none, or something else.
 * @param words with the times among them
 * @param times the times that they name
 * @returns `unread` for what has no letter and no mark that is understood
 */
export function meaningOf(words: string, times: readonly Time['of'][]): ValueStatus {
  const text = comparable(words).replace(/[。、:]+$/, '');
  if (DASHES.test(text) || DASH_AND_UNIT.test(text)) return 'not-applicable';
  if (UNCHANGED.test(text)) return 'narrative';
  if (
    PERIODIC.test(text) ||
    (times.includes('interval') && /調査|実施|開催|公表|集計/.test(text))
  ) {
    return 'not-applicable';
  }
  if (ABSENT.test(text)) return 'not-applicable';
  if (NOT_YET.test(text) || UNDER_WAY.test(text) || EXPECTED.test(text)) return 'pending';
  if (TO_BE_PUBLISHED.test(text)) return 'pending';
  if (times.some((of) => of !== 'interval') && PUBLISHED.test(text)) return 'pending';
  if (NOT_DONE.test(text)) return 'not-applicable';
  if (/^.?\?/.test(text)) return 'unread';
  return times.length > 0 || /\p{L}/u.test(text) || MARK.test(text) ? 'narrative' : 'unread';
}
