/** The one catalogue of what the command line says: English to Japanese. */
export const JAPANESE: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Options:': 'オプション:',
  'Arguments:': '引数:',
  'Commands:': 'コマンド:',
  'Examples:': '例:',
  'display help for command': 'コマンドの説明を表示する',
  '(--help tells more)': '（くわしくは --help）',
  'the language of help, tables and refusals: ja or en':
    '説明・表・エラーの言語（ja か en）。指定がなければ環境に合わせる',
  'Japanese policy evaluation sheets: from PDF to queryable numbers':
    '評価シートのPDFから、検索できる数値をつくる',
  rows: '行',
  'rows, and there are more: --all prints them': '行。続きがあります。--all ですべて表示します',
  'what to do': '次にすること',

  // commands
  'print indicators over the years: targets, actuals, whether they were met':
    '指標の目標値・実績値を年度ごとに表示する',
  'print the indicators of the sheets, with what they say of the evaluated year':
    'シートの指標と、評価年度の値を表示する',
  'print the sheets, a line each': 'シートを一行ずつ表示する',
  'print what became of each PDF, and why one was refused':
    'PDFが読めたか、読めなかったならなぜかを表示する',
  'print what the reader doubts, and what the paper contradicts':
    '読み取りの注意と、紙の上の食い違いを表示する',
  'print what sheets say otherwise than those of the year before':
    '前年度のシートから変わったことを表示する',
  'print what was done, reached and is to be improved, item by item':
    '取組概要・成果・改善を一項目ずつ表示する',
  'print every figure as a row of its own': 'すべての数値を一行ずつ表示する',
  'print what people corrected': '人が訂正したものを表示する',
  'print what the API finds: items, indicators, goals and titles, best first':
    '言葉で検索し、よく合うものから表示する',
  'print a sheet, a document or a series, as the API answers': 'シート・PDF・系列を一つ表示する',
  'write a whole list as a file: for spreadsheets, pandas, DuckDB, Datasette':
    '一覧のすべてをファイルに書き出す（表計算、pandas、DuckDB、Datasette用）',
  'take in every PDF under folders, and say of each file what became of it':
    'フォルダーの中のPDFをすべて取り込み、一つずつ結果を表示する',

  // options
  'the API that is asked': '問い合わせるAPI',
  'what the API asks for on AWS': 'AWSのAPIが求めるトークン',
  'that the sheets evaluate': 'シートが評価する年度',
  'of the sheets, as shiomi': '団体（shiomiなど）',
  'of the sheets, as kinkyu': '計画の分類（kinkyuなど）',
  'in charge': '主担当部局',
  'the answer of the API as it is, which is also what is piped':
    'APIの答えをそのまま出す（パイプに渡すときも同じ）',
  'a table, also where it is piped': 'パイプに渡すときも表にする',
  'how many at most': '多くてもいくつまでか',
  'all there are': 'すべて',
  'of a figure: reported, pending, not-applicable, narrative, unread':
    '値の状態（reported, pending, not-applicable, narrative, unread）',
  'of a figure: baseline, target, actual, forecast, achievement':
    '値の種類（baseline, target, actual, forecast, achievement）',
  'whether the target was met, in the direction of the indicator':
    '目標を達成したか（true か false）',
  'that changed since, as 2026-04-01': 'この日時より後に変わったもの（2026-04-01など）',
  'the sheet’s rating': '進展度',
  'of one sheet': '一つのシートのもの',
  'the whole name': '名前の全体',
  'a part of the name': '名前の一部',
  'outcome, activity, project …': 'outcome, activity, project など',
  'that it was uploaded under': 'アップロードされた名前',
  'FAILED, SUCCEEDED …': 'FAILED, SUCCEEDED など',
  'kind of finding': '注意の種類',
  'wrong, missing or note': 'wrong, missing, note のどれか',
  'target-lowered, actual-revised, indicator-dropped …':
    'target-lowered, actual-revised, indicator-dropped など',
  'overview, result or improvement': 'overview, result, improvement のどれか',
  'words that must all be found; a phrase in "…" or 「…」': 'すべて含まれる言葉。「…」の中は続けて',
  'which list (default: observations)': 'どの一覧か（指定がなければ observations）',
  'what is written': 'ファイルの形式',
  'the file that is written; standard output where it is not given':
    '書き出すファイル。なければ標準出力',
  'of CSV: begin with a byte order mark, for Excel': 'CSVの始めにBOMを置く（Excel用）',
  'of series: long, wide, review or review-wide': '系列の表の形（long, wide, review, review-wide）',

  // what to do about a refusal, by its code
  'hint no-text':
    '画像だけのPDFです。OCRを有効にする（--no-ocr をはずす）か、文字の入ったPDFを使ってください',
  'hint unreadable-text':
    '文字の情報が壊れています。元の文書からPDFを作り直すか、OCRを有効にしてください',
  'hint password-required': 'パスワードを外したPDFを保存し直してください',
  'hint damaged-pdf': 'ファイルが壊れています。もう一度ダウンロードしてください',
  'hint not-a-pdf': 'PDFではありません。ファイルを確かめてください',
  'hint unrecognized-format':
    '評価シートと見なせません。inspect --svg で、どう読まれたかを確かめられます',
  'hint too-large': 'ファイルを分けるか、SHISAKU_MAX_BYTES を大きくしてください',
  'hint too-many-pages': 'ファイルを分けるか、SHISAKU_MAX_PAGES を大きくしてください',
  'hint timed-out': 'SHISAKU_TIMEOUT_MS を大きくすると読めることがあります',
  'hint file-not-found': 'ファイルの名前と場所を確かめてください',
  'hint binary-to-terminal': '--output ファイル名 を付けるか、> ファイル名 で書き出してください',
  'hint failed': 'スタックが動いているか確かめてください（npm start）',
};

/** The same in English, where the refusal's own sentence does not say it. */
export const HINTS: Readonly<Record<string, string>> = {
  'no-text': 'the PDF has pictures only: leave OCR on (without --no-ocr), or take one with text',
  'unreadable-text': 'make the PDF anew from its document, or turn OCR on',
  'password-required': 'save it without its password first',
  'damaged-pdf': 'download it again',
  'unrecognized-format': '`inspect --svg` shows how it was read',
  'too-large': 'split it, or raise SHISAKU_MAX_BYTES',
  'too-many-pages': 'split it, or raise SHISAKU_MAX_PAGES',
  'timed-out': 'raise SHISAKU_TIMEOUT_MS',
  'binary-to-terminal': 'give --output FILE, or > FILE',
};
