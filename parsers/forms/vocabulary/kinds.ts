/** What a column or row of figures holds, as indicators and as money see it; `null` where the word says nothing of the kind. */
export type Kind = {
  readonly value: 'baseline' | 'target' | 'actual' | 'forecast' | null;
  readonly money: 'budget' | 'settlement' | 'forecast' | null;
  readonly rate: 'achievement' | 'progress' | 'change' | 'execution' | null;
  /** Said of the value beside it: 見込 in 実績見込. */
  readonly qualifier?: string;
};

const NONE = { value: null, money: null, rate: null } as const;

/**
 * Words for kinds in folded text, the first that is found in a label counts: a longer word stands before one it holds
 * (実績見込 before 実績, 目標達成率 before 目標).
 */
export const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/進捗率/, { ...NONE, rate: 'progress' }],
  [
    /(?:目標|計画)?(?:の)?達成(?:率|度|割合)|達成状況|目標比|計画比/,
    { ...NONE, rate: 'achievement' },
  ],
  [/執行率/, { ...NONE, rate: 'execution' }],
  [
    /増減(?:率|額|数)?|(?:対)?前年(?:度)?(?:比|差)(?:較)?|伸び率|増加率|比較/,
    { ...NONE, rate: 'change' },
  ],
  [
    /実績見込(?:み|値|額)*|決算見込(?:み|額)*/,
    { ...NONE, value: 'actual', money: 'settlement', qualifier: '見込' },
  ],
  [
    /実績(?:値)?\(?速報(?:値)?\)?/,
    { ...NONE, value: 'actual', money: 'settlement', qualifier: '速報' },
  ],
  [
    /(?:当初|活動|実施)?見込(?:み)?(?:値|額|数|量)?/,
    { ...NONE, value: 'forecast', money: 'forecast' },
  ],
  [
    /基準(?:年度)?(?:値)?|策定時(?:の値)?|現状値|初期値|当初値|事業開始前/,
    { ...NONE, value: 'baseline' },
  ],
  [
    /決算(?:額|値)?|執行(?:額|済額)?|支出(?:済)?額/,
    { ...NONE, value: 'actual', money: 'settlement' },
  ],
  [
    /(?:成果|活動)?実績(?:値|額|数|量)?|現状|現在値|現況(?:値)?/,
    { ...NONE, value: 'actual', money: 'settlement' },
  ],
  [
    /(?:当初|補正|補正後|最終|現計|概算)?予算(?:現)?(?:額|案|値)?|(?:概算)?要求(?:額)?|当初|補正|繰越(?:し)?(?:額)?/,
    { ...NONE, value: 'target', money: 'budget' },
  ],
  [
    /(?:最終|中間|成果|数値|単年度|年度|到達|長期|中期)?目標(?:水準|数値)?(?:値|額|数|量)?|計画(?:値|額|数|量)?|予定(?:値|額|数|量)?|期待値|目標達成|最終達成|最終年度/,
    { ...NONE, value: 'target', money: 'budget' },
  ],
];

/** Words that stand beside a kind and change nothing of it. */
export const KIND_FILLERS =
  /^(?:[のと・/:,~()（）［］[\]①-⑳%]|年度末|年度|時点|末|値|額|数|量|単位|累計|区分)*$/;
