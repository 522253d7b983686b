import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JAPANESE_MESSAGES } from '../../cli/messages/japanese.ts';
import { SENTENCES } from '../../cli/messages/sentences-ja.ts';
import type { RefusalCode } from '../../parsers/records/refusal.ts';
import { shisaku } from '../backfill/shisaku.ts';

/** All there are: the compiler misses one that is not here. */
const REFUSED: Readonly<Record<RefusalCode, true>> = {
  'not-a-pdf': true,
  'damaged-pdf': true,
  'password-required': true,
  'empty-document': true,
  'too-large': true,
  'too-many-pages': true,
  'timed-out': true,
  'unrecognized-format': true,
  'no-text': true,
  'unreadable-text': true,
};

/** What the code says by phrase`…` and said('…'), as the catalogue has it. */
function sentencesIn(code: string): string[] {
  const phrases = [...code.matchAll(/\bphrase`((?:[^`\\]|\\.)*)`/g)].map(([, text = '']) => {
    let count = 0;
    const plain = text.replaceAll('\\`', '`');
    return plain.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, () => `{${++count}}`);
  });
  if (!/\{[^}]*\bsaid\b[^}]*\} from '.*said\.ts'/.test(code)) return phrases;
  return [...phrases, ...[...code.matchAll(/\bsaid\('([^']*)'\)/g)].map(([, text = '']) => text)];
}

test('whatever the command line says of the world it can say in Japanese', () => {
  const files = globSync('cli/**/*.ts').filter((file) => !file.includes('messages'));
  const sentences = files.flatMap((file) => sentencesIn(readFileSync(file, 'utf8')));
  expect(sentences.length).toBeGreaterThan(60);
  expect(sentences.filter((one) => !(one in SENTENCES) && !(one in JAPANESE_MESSAGES))).toEqual([]);
  expect(Object.keys(REFUSED).filter((code) => !(`refused ${code}` in SENTENCES))).toEqual([]);
});

test('no refusal of the command line is said in English alone', () => {
  const files = globSync('cli/**/*.ts');
  const bare = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/new InputError\(\s*'[a-z-]+',\s*['`][^)]*/g),
  ]);
  expect(bare.map(([text]) => text)).toEqual([]);
});

const SHEET = 'samples/shiomi-2012-kinkyu-2.pdf';
test.for([
  [['parse', 'nowhere.pdf'], 'error: file-not-found: nowhere.pdf というファイルがありません。'],
  [['parse', 'README.md'], 'error: not-a-pdf: PDFではありません。'],
  [['inspect', SHEET, '--page', '99'], `error: no-such-page: ${SHEET} のページは1から3までです。`],
  [['parse', SHEET, '--publisher', '府中市'], '「府中市」という団体は二つ以上あります'],
  [['parse', '--nothing'], 'error: usage: オプション --nothing はありません。'],
  [['parse'], 'error: usage: 引数 file が要ります。'],
  [['start', '--port', 'http'], 'ポートは0（空いているもの）から65535までの数です。'],
  [['expotr'], 'コマンド expotr はありません。\n（export ですか）'],
  [['export', 'sheet'], 'sheet という一覧はありません。あるのは series, indicators,'],
  [['export', '--format', 'doc'], '次のどれかです：csv, ndjson, json, xlsx, parquet, sqlite。'],
] as const)('%o in Japanese: %s', async ([args, told]) => {
  const { code, stderr } = await shisaku(args, { LANG: 'ja_JP.UTF-8', LC_ALL: '' }).ended;
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});
