/**
 * Keys that nearly every sheet has: their postings are spread over some partitions, so that none takes a write from
 * every sheet. Part of how the index is stored: after a change here the sheets have to be read again.
 */
const EVERYDAY = new Set(
  [
    '県 県内 県民 市町 国 地域 企業 団体 組織 機関 関係 会議 組合 協議 大学 学校 商工 地区 各地 全国 日本 汐見 人 者',
    '年 月 日 年度 年間 前年 前年度 平成 令和 今後 現在 1 2 3 4 5 6 7 8 9 10 20 24 25 26 27 28 29 30',
    '事業 取組 推進 支援 実施 実績 目標 達成 活動 計画 施策 制度 体制 課題 成果 効果 結果 状況 割合 件数 情報 意見 理由 役割',
    '活用 連携 開催 促進 強化 充実 検討 整備 拡大 向上 把握 対応 対象 中心 参加 利用 調査 研究 改善 見直 作成 策定 設置 設定 継続',
    '必要 新た 多様 重点 集中 総合 主体 整理 公表 説明 広報 周知 相談 交流 人材 育成 参画 提供 導入 展開 機会 世代 規模 予算 費用',
    '進む 進める 向ける 図る 求める 設ける 広げる 高める 増える 届ける 続く 始まる 踏まえる 応じる 通じる 担う 引続 働きかけ さらに はじめ',
  ]
    .join(' ')
    .split(' '),
);
const SPREAD = 4;

/** The partitions that hold a term's postings. */
export const partitionsOf = (key: string): string[] =>
  EVERYDAY.has(key)
    ? Array.from({ length: SPREAD }, (_, n) => `TERM#${key}#${n}`)
    : [`TERM#${key}`];

/** The one of them for the sheet whose name hashes to this (hex). */
export const partitionFor = (key: string, hash: string): string => {
  const all = partitionsOf(key);
  return all[Number.parseInt(hash.slice(-4), 16) % all.length] ?? '';
};
