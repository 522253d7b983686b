/** The one catalogue of what the command line says: English to Japanese. */
export const JAPANESE_MESSAGES: Readonly<Record<string, string>> = {
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
  findings: '読み取りの注意',
  sheet: 'シート',
  file: 'ファイル',
  document: 'PDF',
  object: '個のオブジェクト',
  change: '件の変更',
  difference: '件の違い',
  table: '個の表',
  key: '個のキー',
  version: '個の版',
  'sample file': '個の見本',
  created: '新規',
  revised: '更新',
  unchanged: '変更なし',
  rejected: '受け付けず',
  failed: '失敗',
  published: '公開',
  changed: '変更あり',
  current: '最新',
  skipped: '対象外',
  'dry run': '試し',
  left: '残り',
  'the same PDF stands under another key and is told there':
    '同じPDFが別のキーにあり、そちらに示した',
  'not read yet: it waits to be, or was given up': 'まだ読まれていない（順番待ち、または断念）',
  'overwritten, removed or read by somebody else meanwhile': 'その間に上書き・削除・処理された',
  'was too large to be downloaded; upload it again':
    '大きすぎて取得できない。もう一度アップロードする',
  'Ended where it stood.': 'そのまま終了しました。',
  'Stopping; Ctrl-C again ends it where it stands.':
    '終了しています。すぐに止めるにはもう一度 Ctrl-C を押してください。',
  'Stopped; what is not read yet is read at the next start.':
    '停止しました。読み終えていないものは、次に起動したときに読みます。',
  'Broken off': '中断しました',
  'the same command again does the rest': '残りは、同じコマンドをもう一度実行すると処理されます',
  'nothing was written': '何も書き込んでいません',
  'the same command with --resume goes on from here':
    '同じコマンドに --resume を付けると続きから始まります',
  'the run on AWS goes on, and the same command follows it again':
    'AWS上の処理は続いています。同じコマンドでまた経過を見られます',
  wrong: '誤りかもしれない',
  note: '知っておくとよい',
  missing: '読めなかった',
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

  'print the versions of the package, the reader and the schema of records':
    'パッケージ、読み取り、記録の形の版を表示する',
  'run everything on this machine: S3, the ingest function, the store, the API':
    'この機械ですべてを動かす（S3、取り込み、データ、API）',
  'print the record of each PDF as JSON: its sheets, values, and where they stand':
    'PDFの記録（シート、値、その場所）をJSONで出す',
  'print the lines, rules, tables and cells that the parser sees in any PDF':
    'どんなPDFでも、読み取った行・罫線・表・セルを出す',
  'draft a format file (YAML) from one sheet of a form that no format describes yet':
    'まだ書かれていない様式のシート一枚から、様式ファイル（YAML）の下書きを作る',
  'read the stored PDFs again with this reader, and show what it reads otherwise':
    '保存してあるPDFを今の版で読み直し、変わるところを示す',
  'make the store anew from the bucket, when it was lost or is doubted':
    'データが失われたときや疑わしいとき、バケットから作り直す',
  'the sample sheets of 汐見県 (publisher shiomi) and 汐入市 (shioiri), which do not exist':
    '実在しない汐見県（shiomi）と汐入市（shioiri）の見本シート',
  'upload them, beside whatever is there': '今あるものに加えて、見本を入れる',
  'remove them, and nothing else': '見本だけを取り除く',

  // options
  default: '既定',
  read: 'を読みました',
  added: 'を入れました',
  removed: 'を取り除きました',
  'port of the API': 'APIのポート',
  'port of the S3-compatible server': 'S3互換サーバーのポート',
  'keep the records in the DynamoDB at this URL, not in a file':
    'データをファイルでなく、このURLのDynamoDBに置く',
  'where everything is kept': 'すべてを置く場所',
  'do not upload the sample sheets when it starts with nothing':
    '何もない状態で起動しても見本を入れない',
  'do not read pages that are pictures: they are refused as no-text':
    '画像のページを読まない（no-text として退ける）',
  'try again what was given up after all its tries':
    '繰り返しても読めずに断念したものを、もう一度試す',
  'PDF files; - is standard input': 'PDFファイル（- は標準入力）',
  'a PDF file, sheet or not; - is standard input':
    'PDFファイル、シートでなくてもよい（- は標準入力）',
  'a PDF file; its first page is looked at; - is standard input':
    'PDFファイル、最初のページを見る（- は標準入力）',
  'a folder of format files (.yaml) beside those that come with shisaku':
    '付属のもののほかに使う様式ファイル（.yaml）のフォルダー',
  'a folder of format files (.yaml) by which the picture is coloured':
    '図の色分けに使う様式ファイル（.yaml）のフォルダー',
  'a folder of format files (.yaml); they are put into the bucket first, under formats/':
    '様式ファイル（.yaml）のフォルダー。先にバケットの formats/ に入れる',
  'whose sheets these are, whatever they print: an official code (全国地方公共団体コード), a slug or a name':
    'どの団体のシートか（全国地方公共団体コード、スラッグ、名前のどれか）。シートの記載より優先する',
  'only this page (from 1)': 'このページだけ（1から）',
  'also write a picture of it over the page': 'ページに重ねた図も書き出す',
  'also write every table into this folder, a CSV file each':
    'すべての表を、このフォルダーに一つずつCSVで書き出す',
  'folders, or single files; or s3://BUCKET/PREFIX with --stack':
    'フォルダーかファイル。--stack のときは s3://BUCKET/PREFIX',
  'the stack to use': '使うスタック',
  'use a stack of its own, on this folder': 'このフォルダーを使う別のスタックで行う',
  'where none runs': '動いていなければ',
  'a stack on AWS, by its name in CloudFormation': 'AWSのスタック（CloudFormationでの名前）',
  'files under way at a time': '同時に扱うファイルの数',
  'go on with a run that was broken off': '中断した続きから行う',
  'say what would happen, and write nothing': '何が起こるかだけを示し、何も書き込まない',
  'write what became of each file, as .json or .csv': '一つずつの結果を .json か .csv に書き出す',
  'make it current, sheet by sheet': 'シートごとに、現在のものにする',
  'write every change with its places, as .json or .csv':
    'すべての変更を、場所とともに .json か .csv に書き出す',
  'only compare the store with the bucket': 'データとバケットを比べるだけにする',
  'the folder of a stack of this machine': 'この機械のスタックのフォルダー',
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
  'attention or note': 'attention か note',
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
