/**
 * Writes parsers/japanese/shares.ts: in which share of sheets each word stands, counted over the samples and drawn
 * sheets of a fixed seed. `node test/japanese/shares.ts`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import type { Tokenize } from '../../parsers/japanese/tokens.ts';
import { randomSheet } from '../../samples/corpus/sheet.ts';
import { Random } from '../../samples/generator/random.ts';

const SEED = 20_131;
/** Words that fewer sheets have tell something. */
const EVERYDAY = 0.2;

type Narrative = { initiatives: readonly { items: readonly { text: unknown }[] }[] };

const textOf = ({ initiatives }: Narrative): string =>
  initiatives.flatMap(({ items }) => items.map(({ text }) => JSON.stringify(text))).join('\n');

/** The samples and as many drawn sheets: those are made of few words. */
function corpus(): string[] {
  const folder = new URL('../../samples/', import.meta.url);
  const samples = readdirSync(folder)
    .filter((name) => /-\d{4}-.*\.json$/.test(name))
    .toSorted()
    .map((name) => textOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  return [...samples, ...samples.map((_, n) => textOf(randomSheet(new Random(SEED + n))))];
}

/** The words that at least a fifth of the sheets have, with their share, the most frequent first. */
function sharesOf(texts: readonly string[], tokenize: Tokenize): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const nouns = tokenize(text).filter(({ pos }) => pos === '名詞' || pos === '接頭詞');
    const words = new Set(
      nouns.map(({ surface }) => surface).filter((w) => /^[\p{L}ー]+$/u.test(w)),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]): [string, number] => [
      word,
      Math.round((100 * count) / texts.length) / 100,
    ])
    .filter(([, share]) => share >= EVERYDAY)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

export const everydayShares = async () => sharesOf(corpus(), await loadTokenize());

async function sharesModule(): Promise<string> {
  const lines = (await everydayShares()).map(([word, share]) => `  ['${word}', ${share}],`);
  return `/** In which share of sheets a word stands; written by test/japanese/shares.ts. */
export const SHARES: ReadonlyMap<string, number> = new Map([
${lines.join('\n')}
]);
`;
}

if (import.meta.main) {
  writeFileSync(new URL('../../parsers/japanese/shares.ts', import.meta.url), await sharesModule());
}
