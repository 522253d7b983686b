import { LANGUAGE } from '../language.ts';

/** What stands below the options of a command, in Japanese. */
const JAPANESE = {
  program: `
結果は標準出力に、それ以外はすべて標準エラー出力に出ます。終了コードは、成功なら 0、こちら側や環境の問題なら 1、
直していただけるものなら 2 です（\`error: コード: 説明\` と表示します）。`,

  start: `
準備ができると、標準出力に ready: URL を一行出します。Ctrl-C で止まります。内容は次に起動したときも残っていて、
読み終えていないものはそのとき読みます。

何も入っていない状態で初めて起動すると、実在しない汐見県（publisher は shiomi）の見本を取り込みます。見本は、
ご自分の最初のファイルを入れたときに取り除かれるので、一覧や書き出しにはご自分のシートだけが入ります。
\`samples add\` と \`samples remove\` で、いつでも入れたり除いたりできます。

読み取りの上限は環境変数で決めます: SHISAKU_MAX_BYTES、SHISAKU_MAX_PAGES、SHISAKU_TIMEOUT_MS、
SHISAKU_SCAN_PAGE_MS（画像のページごとに加わる時間）、SHISAKU_MAX_MEMORY_MB`,

  parse: `
ファイルが一つなら JSON の値を一つ、二つ以上なら配列を出します。受け付けられないファイルは、標準エラー出力に
\`error: コード: 説明\`（配列の中では {"file", "error"}）と出し、終了コードは 2 になります。

読み取りの上限は環境変数で決めます: SHISAKU_MAX_BYTES、SHISAKU_MAX_PAGES、SHISAKU_TIMEOUT_MS、
SHISAKU_SCAN_PAGE_MS（画像のページごとに加わる時間）、SHISAKU_MAX_MEMORY_MB`,

  inspect: `
図では、シートのそれぞれのセルを何として読んだかを色で、どこにも使われなかったものを赤で示します。
色の意味は図の上に書いてあります。

例:
  shisaku inspect sheet.pdf --svg sheet.svg
  shisaku inspect any.pdf --page 3 --csv tables`,

  learn: `
下書きのままでも、シートは下書きなしのときと同じように読めます。人が書き足せるところは注釈で示してあります。
docs/formats.ja.md に手順があります。

例:
  shisaku learn sheet.pdf > my-formats/city.yaml
  shisaku parse sheet.pdf --formats my-formats
  curl -s https://example.org/sheet.pdf | shisaku learn -`,

  backfill: `
どのファイルにも結果が一つあります。新規（created、新しいシート）、更新（revised、内容の変わったシート）、
変更なし（unchanged、同じファイルか、同じ内容の別のPDF）、受け付けず（rejected: コード、ファイルの側の理由）、
失敗（failed: コード、こちら側か環境の理由）。合計は見つけたファイルの数になります。

名前が .pdf で終わるか、中身が %PDF- で始まるものをPDFとみなします。ほかは not-a-pdf として、送らずに退けます。
更新日時の順に入れるので、同じシートのPDFが二つあれば、あとに保存したものが現在のものになります。保存先は
backfill/SHA-256/名前（--publisher があれば publisher=コード/ の下）です。

読み取りの上限（SHISAKU_MAX_BYTES など）は、動いているスタックのものです。動いていなければ、このコマンドの
環境変数によります。

もう一度実行しても、同じものを二度送ることはありません。前に済んだファイルは変更なしになり、--resume を付けると
前のときの結果のまま数えます。

--stack を付けると、そのスタックのバケットの、指定した場所にあるものを、ステートマシンが並行して読みます。
Ctrl-C で止まるのは表示だけです。--resume は、前回の実行で失敗したものだけをやり直します。

終了コードは、すべての結果がわかれば 0（受け付けなかったものも含む）、失敗があれば 1、コマンド自体を受け付け
なければ 2、Ctrl-C のあとは 130 です。`,

  reparse: `
--publish がなければ何も書き込みません。バケットの中のものは一つずつ、次のどれかになります。公開（published、
今の読み取りを現在のものにした）、変更あり（changed、読み取りが変わる）、変更なし（unchanged、同じに読める）、
最新（current、この版で読んである）、対象外（skipped: コード）、失敗（failed: コード、前の読み取りが残る）。
合計は全体の数になり、対象外の理由は最後の行に示します。ほかの結果に付くコードは、そのPDFを受け付けない理由です。

取り込み済みのPDFの読み取りが入れ替わるのは、このコマンドだけです。途中で止めて、あとからやり直せます。
読み取りの上限（SHISAKU_MAX_BYTES など）は、動いているスタックのものです。動いていなければ、このコマンドの
環境変数によります。

--stack を付けると、そのスタックのステートマシンが読みます。Ctrl-C で止まるのは表示だけです。

終了コードは 0、失敗があれば 1、コマンド自体を受け付けなければ 2、Ctrl-C のあとは 130 です。`,

  rebuild: `
すべてのファイルのすべての版を読み直すので、シートの履歴も戻ります。この機械では、新しいものができあがるまで
古いファイルをそのまま残します。スタックを止めてから実行してください。AWSでは先に表を空にするので、その間の
問い合わせには、読み終えた分だけが返ります。--check は何も書き込まず、違いがあれば終了コードは 1 です。`,
} as const;

/** What stands below the options of a command, in the language of whoever asks. */
export const longHelp = (command: keyof typeof JAPANESE, english: string): string =>
  LANGUAGE === 'ja' ? JAPANESE[command] : english;
