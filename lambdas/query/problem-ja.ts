import type { Problem, ProblemCode } from './problem.ts';

const SENTENCES: Readonly<Record<ProblemCode, string>> = {
  'unknown-parameter': 'ここでは使えない条件です',
  'invalid-parameter': '条件が正しくありません',
  'invalid-cursor': 'この一覧のカーソルではありません',
  'malformed-body': '本文が正しいJSONではありません',
  'malformed-request': 'リクエストが正しいHTTPではありません',
  'too-many-rows': 'Excelの1シートに入りきりません。条件で絞るか、format=csv を使ってください',
  'not-signed-in': 'サインインが必要です',
  'foreign-origin': 'ほかのサイトのページからは書き込めません',
  'not-allowed': 'この操作をする権利がありません',
  'not-found': '見つかりません',
  'method-not-allowed': 'このアドレスでは使えないメソッドです',
  'not-acceptable': 'その形式では答えられません',
  'too-slow': 'リクエストが時間内に届きませんでした',
  'not-as-read': 'この場所で読み取られたものと違います',
  'too-many-corrections': '1枚のシートに付けられる訂正の数をこえます',
  'feed-restarted': 'データが作り直されました。after を付けずに最初から読み直してください',
  'body-too-large': '本文が大きすぎます',
  'address-too-long': 'アドレスが長すぎます',
  'unsupported-media-type': '本文はJSONで送ってください',
  'headers-too-large': 'ヘッダーが大きすぎます',
  'internal-error': 'こちらの側で問題が起きました',
};

const THINGS: Readonly<Record<string, string>> = {
  address: 'アドレス',
  correction: '訂正',
  document: '文書',
  file: 'ファイル',
  revision: '版',
  series: '系列',
  sheet: 'シート',
};

/** What is wrong, as the English sentence says it after the parameter's name, and the same in Japanese. */
const WRONG: readonly (readonly [RegExp, string])[] = [
  [
    /^there is no (.+?); there are (.+?) and (\d+) more$/s,
    '「$1」はありません。あるのは $2 ほか$3件です',
  ],
  [/^there is no (.+?); there are (.+)$/s, '「$1」はありません。あるのは $2 です'],
  [/^there is no word in it to search for$/, '検索できることばがありません'],
  [/^a year of four digits$/, '西暦4桁で指定してください'],
  [/^a number from (\d+) to (\d+)$/, '$1から$2までの数で指定してください'],
  [/^one of (.+)$/s, '次のどれかで指定してください：$1'],
  [/^is given more than once$/, '一度だけ指定してください'],
  [/^is missing$/, '必要です'],
  [/^is empty$/, '空です'],
  [/^is not UTF-8$/, 'UTF-8ではありません'],
  [/^is not Unicode$/, '正しい文字ではありません'],
  [/^at most ([\d,]+) (?:characters|bytes)$/, '長すぎます（$1まで）'],
  [/^at most ([\d,]+) words$/, 'ことばは$1個までです'],
  [
    /^the name of a PDF, which ends in \.pdf.*$/s,
    '.pdfで終わるファイル名だけにしてください（フォルダー名や制御文字は使えません）',
  ],
  [/^a date, or a time with its offset$/, '日付（2026-04-01）か日時で指定してください'],
  [
    /^(.+) is no publisher: say a code, as (.+), or one of (.+)$/s,
    '「$1」という団体はありません。近いのは $2。団体コードか $3 で指定してください',
  ],
  [
    /^(.+) is no publisher: say a code, or one of (.+)$/s,
    '「$1」という団体はありません。団体コードか $2 で指定してください',
  ],
  [
    /^(.+) is the name of several publishers: say a code, as (.+), or one of (.+)$/s,
    '「$1」という団体は二つ以上あります（$2）。団体コードで指定してください',
  ],
  [/^at most ([\d,]+)$/, '$1以下で指定してください'],
  [/^at least ([\d,]+)$/, '$1以上で指定してください'],
  [/^(.+) only$/s, '$1のときだけ使えます'],
];

/** A problem in a sentence of Japanese; what has no words of its own keeps the English ones in brackets. */
export function problemInJapanese({
  code,
  message,
  parameter,
}: Pick<Problem, 'code' | 'message' | 'parameter'>): string {
  const sentence = SENTENCES[code];
  if (code === 'unknown-parameter') return `「${parameter}」は、${sentence}。`;
  if (code === 'invalid-parameter') return `「${parameter}」：${wrong(message, parameter)}。`;
  if (code === 'not-found') {
    const [, thing = '', name] = /^There is no (\w+) (.+)\.$/s.exec(message) ?? [];
    const kind = THINGS[thing];
    if (kind) return `${kind}「${name}」は${sentence}。`;
  }
  return `${sentence}。`;
}

function wrong(message: string, parameter = ''): string {
  const said = message.startsWith(`${parameter}: `)
    ? message.slice(parameter.length + 2)
    : message.replace(/\.$/, '');
  for (const [pattern, japanese] of WRONG) {
    if (pattern.test(said)) return said.replace(pattern, japanese);
  }
  return `${SENTENCES['invalid-parameter']}（${said}）`;
}
