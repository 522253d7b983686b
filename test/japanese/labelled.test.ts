import { describe, expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { dates } from '../../parsers/japanese/dates.ts';
import { facts } from '../../parsers/japanese/facts.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import { SHARES } from '../../parsers/japanese/shares.ts';
import { datesTally, factsTally, keywordsTally, labelled, rates } from './labelled/labelled.ts';
import { everydayShares } from './shares.ts';

const tokenize = await loadTokenize();
const items = labelled('development');

describe('labels', () => {
  test.each(['development', 'held-out'] as const)('of the %s part stand in their items', (part) => {
    for (const item of labelled(part)) {
      for (const { text, start } of item.facts) {
        expect(item.text.slice(start, start + text.length)).toBe(text);
      }
      for (const words of item.keywords) {
        for (const word of [words].flat()) expect(item.text).toContain(word);
      }
    }
  });

  test('are many enough, and no item stands in both parts', () => {
    const heldOut = labelled('held-out').map(({ text }) => text);
    expect(items.length).toBeGreaterThanOrEqual(110);
    expect(heldOut.length).toBeGreaterThanOrEqual(50);
    expect(items.filter(({ text }) => heldOut.includes(text))).toEqual([]);
  });
});

test.each([
  ['facts', items.map((item) => factsTally(facts(item.text, tokenize(item.text)), item))],
  ['dates', items.map((item) => datesTally(dates(item.text, item), item))],
  ['keywords', items.map((item) => keywordsTally(keywords(item.text, tokenize(item.text)), item))],
])('%s of the development part are as good as they were', (_, tallies) => {
  const { precision, recall } = rates(tallies);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});

test('the shares of words are those of the corpus', async () => {
  expect([...SHARES]).toEqual(await everydayShares());
});
