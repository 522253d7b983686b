import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { WarningCode } from '../../parsers/records/warning.ts';

type Code = `refused.${RefusalCode | 'reader-crashed'}` | `code.${WarningCode}`;

/** Why a file was refused, in words that tell what can be done; and each kind of finding, in one phrase. */
export const CODES = {
  'refused.not-a-pdf': {
    ja: 'PDFではありません。ExcelやWordのファイルは、PDFにしてから入れてください。',
    en: 'This is no PDF. Save the Excel or Word file as PDF and bring that.',
  },
  'refused.damaged-pdf': {
    ja: 'PDFが壊れています。もう一度ダウンロードするか、公開元のものと取り替えてください。',
    en: 'The PDF is damaged. Download it again, or replace it by the publisher’s own.',
  },
  'refused.password-required': {
    ja: 'パスワードがかかっています。解除したPDFを入れてください。',
    en: 'It asks for a password. Bring a copy without one.',
  },
  'refused.empty-document': { ja: 'ページがありません。', en: 'It has no pages.' },
  'refused.too-large': {
    ja: '大きすぎます。ページを分けて入れてください。',
    en: 'It is too large. Split it and bring the parts.',
  },
  'refused.too-many-pages': {
    ja: 'ページが多すぎます。分けて入れてください。',
    en: 'It has too many pages. Split it and bring the parts.',
  },
  'refused.timed-out': {
    ja: '読み取りに時間がかかりすぎました。ページを分けて入れてみてください。',
    en: 'Reading it took too long. Try it in parts.',
  },
  'refused.unrecognized-format': {
    ja: '評価シートと見分けられませんでした。目標と実績を年度ごとに並べた表がある文書か、確かめてください。',
    en: 'It was not recognised as an evaluation sheet: does it have targets and actuals by fiscal year?',
  },
  'refused.no-text': {
    ja: '文字がありません。スキャンした紙面で、文字認識でも読めませんでした。',
    en: 'It has no text: a scan, in which character recognition read nothing.',
  },
  'refused.unreadable-text': {
    ja: 'フォントに文字の情報がなく、読めません。公開元に文字を含むPDFを求めるか、印刷してスキャンしてください。',
    en: 'Its fonts do not tell their characters. Ask the publisher for another, or print and scan it.',
  },
  'refused.reader-crashed': {
    ja: '読み取りの途中でこちらの不具合が起きました。ファイルのせいではありません。直れば自動で読みなおされます。',
    en: 'Our reader failed. It is not the file’s fault; it is read again once that is mended.',
  },
  'code.achievement-mismatch': { ja: '達成状況が計算と合わない', en: 'Achievement disagrees' },
  'code.ambiguous-format': { ja: '様式が一つに決まらない', en: 'Several formats match' },
  'code.ambiguous-publisher': { ja: '団体が一つに決まらない', en: 'Several publishers match' },
  'code.annotation': { ja: 'PDFの注釈', en: 'Annotation' },
  'code.damaged-part': { ja: '壊れた部分', en: 'Damaged part' },
  'code.doubtful-reading': { ja: '読み取りが不確か', en: 'Doubtful reading' },
  'code.duplicate-sheet': { ja: '重なったシート', en: 'Duplicate sheet' },
  'code.heading-differs': { ja: '見出しの違い', en: 'Heading differs' },
  'code.hidden-text': { ja: '見えない文字', en: 'Hidden text' },
  'code.inferred': { ja: '補った読み', en: 'Inferred' },
  'code.initiative-without-indicator': { ja: '指標のない取組', en: 'Initiative without indicator' },
  'code.initiative-without-items': { ja: '本文のない取組', en: 'Initiative without items' },
  'code.malformed-format': { ja: '様式ファイルの誤り', en: 'Malformed format' },
  'code.no-fiscal-year': { ja: '年度が読めない', en: 'No fiscal year' },
  'code.no-text': { ja: '文字のないページ', en: 'Page without text' },
  'code.ocr-layer': { ja: 'ほかのソフトの文字認識', en: 'Somebody’s OCR' },
  'code.ordinal-gap': { ja: '番号のとび', en: 'Gap in numbering' },
  'code.overlapping-text': { ja: '重なった文字', en: 'Overlapping text' },
  'code.page-without-sheet': { ja: 'シートのないページ', en: 'Page without sheet' },
  'code.part-not-found': { ja: '見つからない部分', en: 'Part not found' },
  'code.publisher-differs': { ja: '団体名の違い', en: 'Publisher differs' },
  'code.repaired': { ja: '直した読み', en: 'Repaired' },
  'code.repeated-indicator': { ja: '繰り返しの指標', en: 'Repeated indicator' },
  'code.repeated-item': { ja: '繰り返しの項目', en: 'Repeated item' },
  'code.repeated-sheet': { ja: '繰り返しのシート', en: 'Repeated sheet' },
  'code.stamp': { ja: '印や透かし', en: 'Stamp' },
  'code.struck-text': { ja: '取り消し線', en: 'Struck text' },
  'code.turned-text': { ja: '向きの違う文字', en: 'Turned text' },
  'code.two-values': { ja: '二つの値', en: 'Two values' },
  'code.unit-change': { ja: '単位の変化', en: 'Unit changes' },
  'code.unknown-kind': { ja: '種類が不明', en: 'Unknown kind' },
  'code.unknown-publisher': { ja: '知らない団体', en: 'Unknown publisher' },
  'code.unmapped-glyphs': { ja: '読めない字形', en: 'Unmapped glyphs' },
  'code.unread': { ja: '読み取れず', en: 'Unread' },
  'code.unread-section': { ja: '読めない部分', en: 'Unread section' },
  'code.unread-table': { ja: '読めない表', en: 'Unread table' },
} as const satisfies Readonly<Record<Code, { readonly ja: string; readonly en: string }>>;
