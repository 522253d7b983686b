import { expect, test } from 'vitest';
import { loadTokenize, readDictionary } from '../../lambdas/dictionary.ts';
import { directory } from './stock.ts';

test('a folder without a dictionary is an error that names the file', async () => {
  await expect(readDictionary(`${directory}/nowhere`)).rejects.toThrow(/nowhere\/\w+\.dat\.gz/);
});

test('the dictionary is loaded once', async () => {
  expect(await loadTokenize()).toBe(await loadTokenize());
});
