import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type Tokenizer from 'kuromoji/src/Tokenizer.js';
import { expect, test } from 'vitest';
import { loadTokenize, readDictionary } from '../../lambdas/dictionary.ts';
import { buildTokenizer } from '../../parsers/japanese/dictionary.ts';
import { sentences } from './sentences.ts';

const directory = fileURLToPath(new URL('../../node_modules/kuromoji/dict', import.meta.url));

function stockTokenizer(): Promise<Tokenizer> {
  const kuromoji = createRequire(import.meta.url)('kuromoji');
  return new Promise((resolve, reject) => {
    kuromoji
      .builder({ dicPath: directory })
      .build((error: Error | null, built: Tokenizer) => (error ? reject(error) : resolve(built)));
  });
}

test('the dictionary that is viewed in place gives the same tokens as the one that is unpacked', async () => {
  const stock = await stockTokenizer();
  const ours = buildTokenizer(await readDictionary(directory));
  expect(sentences.length).toBeGreaterThanOrEqual(300);
  for (const sentence of sentences) {
    expect(ours.tokenize(sentence)).toEqual(stock.tokenize(sentence));
  }
});

test('a folder without a dictionary is an error that names the file', async () => {
  await expect(readDictionary(`${directory}/nowhere`)).rejects.toThrow(/nowhere\/\w+\.dat\.gz/);
});

test('the dictionary is loaded once', async () => {
  expect(await loadTokenize()).toBe(await loadTokenize());
});
