import { describe, expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { dates } from '../../parsers/japanese/dates.ts';
import { facts } from '../../parsers/japanese/facts.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import { datesTally, factsTally, keywordsTally, labelled, rates } from './labelled/labelled.ts';

const tokenize = await loadTokenize();

const parts = ['development', 'second', 'third', 'fourth', 'held-out'] as const;

describe('labels', () => {
  test.each(parts)('of the %s part stand in their items', (part) => {
    for (const item of labelled(part)) {
      for (const { text, start } of item.facts) {
        expect(item.text.slice(start, start + text.length)).toBe(text);
      }
      for (const words of item.keywords) {
        for (const word of [words].flat()) expect(item.text).toContain(word);
      }
    }
  });

  test('are many enough, and no item stands in two parts', () => {
    const texts = parts.map((part) => labelled(part).map(({ text }) => text));
    expect(texts.map(({ length }) => length)).toEqual([128, 108, 174, 162, 56]);
    expect(new Set(texts.flat()).size).toBe(texts.flat().length);
  });
});

describe.each(['development', 'second', 'fourth'] as const)('of the %s part', (part) => {
  const items = labelled(part);
  test.each([
    ['facts', items.map((item) => factsTally(facts(item.text, tokenize(item.text)), item))],
    ['dates', items.map((item) => datesTally(dates(item.text, item), item))],
    [
      'keywords',
      items.map((item) => keywordsTally(keywords(item.text, tokenize(item.text)), item)),
    ],
  ])('%s are as good as they were', (_, tallies) => {
    const { precision, recall } = rates(tallies);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
});
