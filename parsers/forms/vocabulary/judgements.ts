/** Labels under which a judgement stands, folded. */
export const RATING_LABEL =
  /評価|判定|評定|(?<![^ ])達成(?![^ ])|所見|反映状況|評点|判断|方向(?!け|づけ|付け)|効果(?=$| )|達成度|達成状況|(?:必要|有効|効率|妥当|公平|緊急|適切|公共|経済|優先|重要|代替|公益|計画|貢献|達成|適正|公益|透明)(?:性|度)|進捗(?:状況|度|区分)|[貢寄][献与]度|優先(?:度|順位)|ランク|余地|点検結果|今後の(?:方針|取扱い|展開|あり方|進め方)/;
/** Labels of judgements as well as of other choices: what is chosen decides. */
export const MAYBE_RATING = /区分|方針/;
/** Such a label with one of these asks for words, not for a judgement. */
export const RATING_LABEL_NOT =
  /^(?:配点|満点)|理由|根拠|内容|課題|説明|コメント|基準|者$|年度$|年月日|外部評価の対象|事業区分|会計区分|政策区分|施策区分|実施区分|予算区分|要求区分|事務区分/;

/** Labels that ask for a judgement and for nothing else: beside one, any word or two judge. */
export const ASKS_FOR_JUDGEMENT =
  /^(?!.*(?:評価|点検)(?:対象|方法|種別|時期|体制|主体))[^()]*(?:評価|判定|評定|判断|方向性?|余地|ランク|動向|見通し|(?<!年|角|温|湿|制|速|濃|密|頻|程|限|何)度|必要性|有効性|効率性|妥当性|公平性|適[正切]さ?性?|(?:成果|進捗|達成|進行)の?状況)(?:結果|区分)?$/;
/** Such a word or two, folded: no sentence, no number, no name of an office or a person. */
export const VERDICT =
  /^(?!.*(?:課|部|局|係|室|長|者|氏|委員会|事業|年度|[参別]照|別紙|記載|以下|上記|[0-9]))[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8}$/u;

/** Heads that name what is asked of every row, not what one row is judged for. */
export const ASKED_OF_ALL =
  /^(?:評価|判定|結果|評価結果|判定結果|評点|点数|得点|ランク|評価区分|該当|チェック|点検結果|自己評価|回答|選択|区分)$/;
/** A sign that judges, or stars that do, whatever is asked. */
export const SIGN = /^(?:[◎○〇△▲×✕]|[★☆]{2,10})$/;
/** Points that were given, and labels under which they may be had. */
export const POINTS = /^\d{1,3}(?:\.\d)?点(?:[/(]\d{1,3}点?(?:満点|中)?\)?)?$/;
export const POINTS_TO_BE_HAD = /配点|満点|基準|上限/;

/** What a choice is about, before what is chosen: 事業内容の一部改善. */
const ABOUT = [
  '概ね|おおむね|やや|非常に|大変|極めて|かなり|十分|計画より|目標を?|一部|ほぼ|あまり|特に|さらに|更に|追加等|全て|見直しの上|改善して|見直して|現状のまま|現行どおり',
  '(?:意見|提言|指摘|提案)の?(?:とおり|通り|どおり)に?|(?:意見|提言|指摘|提案)を踏まえ(?:て|た)?|(?:改善|見直し|変更|縮小)(?:した|の)?(?:うえ|上)で?|年度内|早急|次年度|翌年度|現状|事業|施策|取組|内容|規模|手法|手段|全体|実施方法|執行|予算|等|[のをに]|抜本的な?|部分的に?|段階的に?|計画的に?|相当程度|予定どおり|予定通り',
].join('|');
const CHOSEN = [
  '実施(?:する|予定)?|(?:未|要)?対応(?:済み?|する|予定|中|完了|不可)?|(?:未|要)?(?:措置|反映|改善)(?:済み?|中|予定)?|拡[充大]|充実|強化|重点化|継続(?:実施)?|現状維持|維持|現行どおり|現状のまま|現状通り|現状どおり|推進|発展(?:させる)?|改善(?:・見直し)?|(?:改善|見直し)を検討|見直し(?:・改善)?|縮小|縮減|削減|廃止|休止|休廃止|中止|終了(?:予定)?|完了|統合|移管|民営化|再構築|新規|進展あり|進展が大きくない',
  '高い|普通|低い|中程度|大きい|小さい|高|中|低|大|小|有|無|ある|ない|あり|なし|余地(?:あり|なし|がある|がない)',
  '妥当(?:である|でない|ではない)?|適切(?:である|でない|ではない)?|不適切|適正|不適正|良好|順調|遅れ(?:ている)?|遅延|停滞|未着手|(?:超過)?達成|未達成|不十分|十分|良い|悪い|可|否|要改善|要検討|問題(?:あり|なし)|できる|できない|効果(?:が)?(?:あった|あり|なし|なかった)|(?:相当程度)?効果.{0,8}|計画どおり|計画通り|予定どおり|予定通り|取組中|実施済み?|実施中|検討中|一部実施|上回る|下回る|はい|いいえ|必要|不要|重要|優れている|満足|向上|横ばい|低下|上昇|増加|減少',
  '[^。、\\d]{0,14}に(?:対して)?(?:非常に|相当程度|ある程度|一定の)?(?:有効|効果的)(?:である|であった|でない|でなかった|とは[言い]えない|とは[言い]えなかった)',
  '[^。、\\d]{0,14}に(?:対して)?(?:非常に|相当程度の?|ある程度の?|一定の|大きな)?効果[がは](?:あった|ある|なかった|ない|みられた|見られた)',
].join('|');

/** Texts that are judgements, whole and folded: a grade, a sign, points, a choice, each with what it means in parentheses. */
export const JUDGEMENT = new RegExp(
  `^(?:${[
    '(?:III|[A-Za-z]{1,2}[+\\-]?)(?:\\([^()]{1,30}\\))?',
    '[A-Za-z][+\\-]?(?:評価|判定|ランク)',
    '[◎○〇△▲×✕●☆★◯]\\([^()]{1,30}\\)|[◎○〇△▲×✕●☆★◯]+|[→↑↓↗↘➡⇒⬆⬇]',
    '[0-9]{1,3}(?:点|位)?(?:/[0-9]+点?)?|/|[甲乙丙]|-',
    '[1-5①-⑤][.:]?[^\\d.,%:]{1,10}|[A-Za-z][:：].{1,14}',
    `(?:[1-9A-Za-zア-オ◎○〇△▲×][.:)]?)?(?:${ABOUT})*(?:${CHOSEN})(?:して|させて|を)?(?:継続|実施|である|した|する|いる|行う|図る|推進|が必要)?(?:\\([^()]{1,20}\\))?`,
  ].join('|')})$`,
);
/** A box that is ticked, one that is not, and the sign before a choice that is circled. */
export const TICKED = /[■☑☒✓✔◼⬛●◉]|\[[xX✓レ]\]|レ(?=[^ァ-ヴー])/;
export const UNTICKED = /[□☐◻⬜○〇◯]/;
/** A ticked choice that is no judgement although its label sounds like one. */
export const NO_JUDGEMENT = /該当|直営|委託|補助|単年度|毎年|期間限定|法定|自治事務|義務|任意/;
