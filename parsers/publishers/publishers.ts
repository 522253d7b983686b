/** Who publishes sheets: `slug` is what ids use, `code` its 全国地方公共団体コード, null where it is invented. */
export type Publisher = {
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
};

/** Publishers that have a slug. The prefecture 汐見県 and the city 汐入市 of the samples do not exist. */
export const PUBLISHERS: readonly Publisher[] = [
  { slug: 'mie', code: '240001', name: '三重県' },
  { slug: 'shiomi', code: null, name: '汐見県' },
  { slug: 'shioiri', code: null, name: '汐入市' },
];
