import { LANGUAGE } from '../language.ts';

/** What commander says of a command that is not understood, and the same in Japanese. */
const USAGE: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+)'/m, 'オプション $1 はありません。'],
  [/^unknown command '(.+)'/m, 'コマンド $1 はありません。'],
  [/^missing required argument '(.+)'$/m, '引数 $1 が要ります。'],
  [/^option '(.+)' argument missing$/m, 'オプション $1 に値が要ります。'],
  [
    /^too many arguments.*Expected (\d+) arguments? but got (\d+).*$/m,
    '引数は$1個です（$2個あります）。',
  ],
  [
    /^option '(.+)' argument '(.*)' is invalid\. ?/m,
    'オプション $1 の値「$2」が正しくありません。',
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.+)'\. ?/m,
    '引数 $2 の値「$1」が正しくありません。',
  ],
  [/Allowed choices are (.+)\.$/m, '次のどれかです：$1。'],
  [/^\(Did you mean (?:one of )?(.+)\?\)$/m, '（$1 ですか）'],
];

/** `error: usage: …` in the language of whoever reads it. */
export function usage(text: string): string {
  const said = text.replace(/^error: /, '');
  const sentence =
    LANGUAGE === 'ja'
      ? USAGE.reduce((told, [english, japanese]) => told.replace(english, japanese), said)
      : said;
  return `error: usage: ${sentence}`;
}
