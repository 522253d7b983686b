/** What the command line says of the world, by the English sentence with {1}, {2} … for what it is about. */
export const SENTENCES: Readonly<Record<string, string>> = {
  'There is no file {1}.': '{1} というファイルがありません。',
  'There is no file or folder {1}.': '{1} というファイルもフォルダーもありません。',
  'There is no folder {1}.': '{1} というフォルダーがありません。',
  '{1} is a folder, not a file.': '{1} はファイルではなくフォルダーです。',
  '{1} is no folder.': '{1} はフォルダーではありません。',
  '{1} is no folder to write to.': '{1} という書き込めるフォルダーがありません。',
  '{1} may not be read.': '{1} を読む権限がありません。',
  '{1} may not be written.': '{1} に書き込む権限がありません。',
  'Standard input (-) can be read once only.': '標準入力（-）は一度しか読めません。',
  'The tables cannot be written to {1}: {2}': '表を {1} に書き出せません：{2}',
  '{1}: a report ends in .json or .csv.':
    '{1}：報告のファイル名は .json か .csv で終えてください。',
  '{1} has no .yaml file.': '{1} に .yaml のファイルがありません。',
  '{1}/{2}: {3}': '{1}/{2} に誤りがあります：{3}',
  '{1} has pages 1 to {2}.': '{1} のページは1から{2}までです。',
  '{1} has no title line or names no fiscal year on its first page.':
    '{1} の最初のページに、題名の行か年度がありません。',
  'There is no list {1}; there are {2}.': '{1} という一覧はありません。あるのは {2} です。',
  'No list can be narrowed by {1} to this.': '{1} をこの値で絞れる一覧はありません。',
  'Not narrowed by {1}: {2}': '{1} では絞られず、すべてが入る一覧：{2}',
  '{1} is no text.': '{1} は文字のファイルではないので、画面には出せません。',
  'Pages count from 1.': 'ページは1から数えます。',
  'A number from 1.': '1以上の数を指定してください。',
  'A port is a number from 0 (any free one) to 65535.':
    'ポートは0（空いているもの）から65535までの数です。',
  'A URL as http://127.0.0.1:8000.': 'http://127.0.0.1:8000 のようなURLを指定してください。',
  '{1} is no URL.': '{1} はURLではありません。',

  'A source in S3 is read on AWS: give --stack NAME.':
    'S3にあるものはAWSで読みます。--stack 名前 を付けてください。',
  'With --stack there is one source, s3://BUCKET/PREFIX; files go there with `aws s3 sync`.':
    '--stack のときは s3://BUCKET/PREFIX を一つだけ指定します。ファイルは `aws s3 sync` で入れてください。',
  'The stack {1} reads the bucket {2}.': 'スタック {1} が読むバケットは {2} です。',
  'There is no stack {1} with an output {2} in this account and region.':
    'このアカウントとリージョンに、出力 {2} のあるスタック {1} がありません。',
  'There is no stack {1} with a bucket and a table in this account and region.':
    'このアカウントとリージョンに、バケットとテーブルのあるスタック {1} がありません。',
  '--stack needs credentials and a region of AWS, as the aws command does: {1}.':
    '--stack には、aws コマンドと同じくAWSの認証情報とリージョンが要ります：{1}。',
  'There is no profile {1} in the files of the aws command; AWS_PROFILE or AWS_DEFAULT_PROFILE names it.':
    'aws コマンドの設定にプロファイル {1} がありません（AWS_PROFILE か AWS_DEFAULT_PROFILE で指定されています）。',
  'What answers at {1} is no stack of this machine (shisaku start); for one on AWS give --stack NAME.':
    '{1} で答えているのは、この機械のスタック（shisaku start）ではありません。AWSのものには --stack 名前 を付けてください。',
  'There is no API at {1} ({2}). Is the stack running? npm start':
    '{1} でAPIが答えません（{2}）。スタックが動いているか確かめてください（npm start）。',
  'The API failed: {1}': 'APIが失敗しました：{1}',
  'No DynamoDB answers at {1}: {2}.': '{1} でDynamoDBが答えません：{2}。',

  '{1} is missing, and the bucket holds files; {2}.':
    'バケットにファイルがあるのに、{1} がありません。{2}。',
  '{1} is damaged ({2}); {3}.': '{1} が壊れています（{2}）。{3}。',
  '{1}; {2}.': '{1}。{2}。',
  '`shisaku rebuild --data {1}` makes it anew from the bucket':
    '`shisaku rebuild --data {1}` でバケットから作り直せます',
  '{1} is in use by process {2}; stop it, or give another folder with --data (if that process is not shisaku, remove {3}).':
    '{1} はプロセス {2} が使っています。それを止めるか、--data で別のフォルダーを指定してください（shisaku のプロセスでなければ、{3} を削除してください）。',
  'No data can be kept there: {1}.': 'そこにはデータを置けません：{1}。',
  'Port {1} is taken or not allowed; stop what uses it (another shisaku start?), or choose another with {2}.':
    'ポート {1} は使用中か、使えません。使っているもの（別の shisaku start など）を止めるか、{2} で別のポートを選んでください。',
  '{1} holds no bucket; give the folder with --data.':
    '{1} にバケットがありません。--data でフォルダーを指定してください。',

  // while the stack runs
  '{1} sample files uploaded; they are being read':
    '見本のファイルを{1}個入れました。読み取っています',
  '{1} sample sheets made way for yours; `shisaku samples add` brings them back':
    '{1}枚の見本を取り除きました。`shisaku samples add` で元に戻せます',
  'files that the store did not know of and that are read now: {1}':
    'まだ読まれていなかったファイル：{1}個。これから読みます',
  'messages that had been given up and are tried again: {1}':
    '断念していたもののうち、もう一度試すもの：{1}件',
  'messages that were given up: {1}, kept in {2}; start --redrive tries them again':
    '断念したもの：{1}件（{2} にあります）。start --redrive でもう一度試せます',
  'The records of an earlier release are made anew from the bucket; that may take a while.':
    '以前の版のデータを、バケットから作り直します。時間がかかることがあります。',
  '--dynamodb-port does nothing any more: the records are in a file.':
    '--dynamodb-port は使われなくなりました。データはファイルにあります。',
  bucket: 'バケット',
  records: 'データ',
  'region {1}, access key {2}, secret key {3}':
    'リージョン {1}、アクセスキー {2}、シークレットキー {3}',
  'data in {1}': 'すべての置き場所 {1}',

  // why a PDF is refused, by its code
  'refused not-a-pdf': 'PDFではありません。',
  'refused damaged-pdf': 'PDFの一部がないか、壊れています。',
  'refused password-required': 'パスワードのかかったPDFです。',
  'refused empty-document': '何も印刷されていないPDFです。',
  'refused too-large': 'ファイル、または一つのページが大きすぎます。',
  'refused too-many-pages': 'ページが多すぎます。',
  'refused timed-out': '決められた時間の中で読み終わりませんでした。',
  'refused unrecognized-format': '文字は読めましたが、知られている様式の評価シートがありません。',
  'refused no-text': 'ページが画像か図形だけで、読める文字がありません。',
  'refused unreadable-text': 'フォントに、どの文字かの情報がありません。',
};
