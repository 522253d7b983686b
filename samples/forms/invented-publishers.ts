/** Governments that do not exist. */
export const CITIES = [
  '霧ヶ丘市',
  '浜風町',
  '若竹市',
  '東雲区',
  '朝凪村',
  '星見市',
  '千草町',
  '雲母市',
];
export const PREFECTURES = ['汐見県', '白樺県', '琥珀県'];
export const MINISTRIES = ['地域振興省', '環境文化庁'];
