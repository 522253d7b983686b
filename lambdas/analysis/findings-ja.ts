import type { Warning, WarningCode } from '../../parsers/records/warning.ts';

const SENTENCES: Readonly<Record<WarningCode, string>> = {
  'achievement-mismatch': '印刷された達成状況が、実績値と目標値から計算した値と合いません',
  'ambiguous-format': '二つ以上の様式に当てはまります',
  'ambiguous-publisher': '同じ名前の団体が二つ以上あり、どれか決められません',
  annotation: 'PDFに注釈があります（本文としては読んでいません）',
  'damaged-part': 'ファイルのこの部分が壊れています',
  'doubtful-reading': '文字の読み取りが確かでありません',
  'duplicate-sheet': '同じシートが二度出てきます',
  'heading-differs': '見出しが、知られている様式と違います',
  'hidden-text': '見えない文字があり、読んでいません',
  inferred: '行や列の見出しに書かれていないため、ほかの記載から補いました',
  'initiative-without-indicator': '指標のない取組です',
  'initiative-without-items': '本文のない取組です',
  'malformed-format': '様式ファイルに誤りがあり、使われませんでした',
  'no-fiscal-year': '年度が読み取れません',
  'no-text': 'このページには文字がありません',
  'ocr-layer': '画像の上の見えない文字（ほかのソフトのOCR）を読みました',
  'ordinal-gap': '項目の番号がとんでいます',
  'overlapping-text': '文字が重なっています',
  'page-without-sheet': 'このページにはシートがありません',
  'part-not-found': 'あるはずの部分が見つかりません',
  repaired: '読み取りの誤りを直しました',
  'publisher-differs': 'シートに書かれた団体名が、指定された団体と違います',
  'repeated-indicator': '同じ指標が、同じ値で二度出てきます（合計すると二重に数えます）',
  'repeated-item': '同じ項目が二度出てきます',
  'repeated-sheet': '同じシートが文書に二度あります',
  stamp: '印や透かしの文字があり、本文としては読んでいません',
  'struck-text': '取り消し線の引かれた文字があります',
  'turned-text': '向きの違う文字は読んでいません',
  'two-values': '同じ年度・同じ種類の値が二つあります',
  'unit-change': '行の途中で単位が変わります',
  'unknown-kind': '列の種類（目標・実績など）がわかりません',
  'unknown-publisher': 'アップロード時に指定された発行者が見つからない',
  'unmapped-glyphs': 'フォントに文字の情報がなく、読めない文字があります',
  unread: '値として読み取れません',
  'unread-section': 'この部分は読み取れませんでした',
  'unread-table': '表のこの部分は読み取れませんでした',
};

type Told = Pick<Warning, 'code' | 'message' | 'from' | 'to'>;

/** A warning in a sentence of Japanese, with what it quotes of the sheet. */
export function findingInJapanese(warning: Told): string {
  const { code, message, from, to } = warning;
  if (from !== undefined && to !== undefined) return `${repair(from, to)}。`;
  const quoted = [...message.matchAll(/「([^」]*)」|«([^»]*)»/g)].map(
    ([, ours, other]) => `「${ours ?? other}」`,
  );
  return `${SENTENCES[code]}${quoted.length > 0 ? `：${[...new Set(quoted)].join('、')}` : ''}。`;
}

function repair(from: string, to: string): string {
  if (to === '') return `「${from}」を読み取りの誤りとして除きました`;
  if (from === '') return `読み落とした「${to}」を補いました`;
  return `「${from}」を「${to}」の読み誤りとして直しました`;
}
