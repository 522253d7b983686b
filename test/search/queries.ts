/**
 * Questions to the corpus of `corpus.ts` and what answers them, judged by hand from what the sheets say: a hit answers
 * where its sheet's id, its kind and its text are as given here. Written before the ranking; not tuned to it.
 */
export interface Question {
  readonly q: string;
  readonly filters?: Readonly<Record<string, string | number>>;
  /** null: nothing may be found */
  readonly answer: Answer | null;
}

export interface Answer {
  readonly kind?: 'item' | 'indicator' | 'goal' | 'sheet';
  /** of the sheet's id */
  readonly sheet?: RegExp;
  /** of the text that was found, as printed */
  readonly text: RegExp;
}

export const questions: readonly Question[] = [
  // A part of a compound, as the dictionary cuts it and inside one of its words.
  { q: '共同加工', answer: { kind: 'item', sheet: /kyoso-5$/, text: /共同加工場/ } },
  { q: '冷凍庫 整備費', answer: { kind: 'item', sheet: /2015-nanbu$/, text: /共同冷凍庫/ } },
  { q: '遊水地 用地取得', answer: { kind: 'item', sheet: /2012-kinkyu-2$/, text: /用地取得は/ } },
  { q: '商工会 足湯', answer: { kind: 'item', text: /商工会議所.*足湯|足湯.*商工会議所/ } },
  { q: '協同組合 稚魚', answer: { kind: 'item', text: /漁業協同組合.*稚魚|稚魚.*漁業協同組合/ } },
  // Kana and widths.
  { q: 'ちぇーんそー', answer: { kind: 'item', sheet: /2014-kyoso-5$/, text: /チェーンソー/ } },
  { q: 'コドモ食堂の開設数', answer: { kind: 'indicator', text: /^こども食堂の開設数/ } },
  { q: 'ﾍﾙﾒｯﾄ', answer: { kind: 'item', sheet: /2015-kyoso-5$/, text: /ヘルメット/ } },
  { q: 'icカード', answer: { kind: 'indicator', sheet: /2018-shisaku-326$/, text: /ＩＣカード/ } },
  { q: '2泊3日', answer: { kind: 'item', sheet: /2014-kyoso-5$/, text: /２泊３日/ } },
  { q: 'sns 藻場', answer: { kind: 'item', text: /ＳＮＳ.*藻場|藻場.*ＳＮＳ/ } },
  { q: '認知症サポータ', answer: { kind: 'indicator', text: /^認知症サポーターの登録者数/ } },
  // Other forms of a word.
  {
    q: '発注 見送る',
    answer: { kind: 'item', sheet: /2012-kinkyu-2$/, text: /発注を見送りました/ },
  },
  { q: '人口が減っても', answer: { kind: 'goal', sheet: /2015-nanbu$/, text: /^人口が減っても/ } },
  // Phrases.
  {
    q: '"やさしい日本語"',
    answer: { kind: 'item', sheet: /2012-kinkyu-2$/, text: /やさしい日本語/ },
  },
  { q: '"本が届く"', answer: { kind: 'item', sheet: /2013-shisaku-214$/, text: /本が届く/ } },
  {
    q: '「まちの本棚」 ウェブサイト',
    answer: { kind: 'item', sheet: /2013-shisaku-214$/, text: /まちの本棚.*ウェブサイト/ },
  },
  // Names that the dictionary does not have, whole and half typed.
  { q: 'こもれび', answer: { kind: 'item', sheet: /2014-kyoso-5$/, text: /こもれび号/ } },
  { q: 'しおか', answer: { kind: 'indicator', sheet: /^shioiri/, text: /しおかぜ号/ } },
  { q: '浜名井 酒蔵', answer: { kind: 'item', text: /浜名井市.*酒蔵|酒蔵.*浜名井市/ } },
  { q: '葦原町 病児保育', answer: { kind: 'item', text: /葦原町.*病児保育|病児保育.*葦原町/ } },
  {
    q: '東汐見 防災無線',
    answer: { kind: 'item', text: /東汐見地域.*防災無線|防災無線.*東汐見地域/ },
  },
  // All words, wherever they stand; the title of the sheet speaks for all that stands in it.
  { q: '空き家 きこり', answer: { kind: 'item', sheet: /2015-kyoso-5$/, text: /きこりの家/ } },
  {
    q: 'みんなで育てる 災害への備え',
    answer: { kind: 'sheet', text: /みんなで育てる「災害への備え」/ },
  },
  {
    q: '郵送 調査 浸水想定区域',
    answer: { kind: 'indicator', sheet: /kinkyu-2$/, text: /郵送による調査/ },
  },
  // Filters.
  {
    q: '待機児童数',
    filters: { fiscalYear: 2014, program: 'nanbu' },
    answer: { kind: 'indicator', sheet: /^shiomi-2014-nanbu/, text: /^待機児童数$/ },
  },
  {
    q: '藻場の再生',
    filters: { phase: 'improvement', fiscalYear: 2016 },
    answer: { kind: 'item', sheet: /^shiomi-2016/, text: /藻場の再生/ },
  },
  {
    q: '移動図書館',
    filters: { department: '教育委員会生涯学習課' },
    answer: { sheet: /^shioiri/, text: /移動図書館/ },
  },
  // Nothing.
  { q: 'ほげらんぴょすき', answer: null },
  { q: '藻場 ぬぺこたん号', answer: null },
];
