import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fiscalYearWords } from '../../web/words/dates.ts';
import { isWordName, saying } from '../../web/words/words.ts';

it.each([
  [1988, '昭和63年度（1988）', 'FY1988 (昭和63)'],
  [1989, '平成元年度（1989）', 'FY1989 (平成元)'],
  [2013, '平成25年度（2013）', 'FY2013 (平成25)'],
  [2018, '平成30年度（2018）', 'FY2018 (平成30)'],
  [2019, '令和元年度（2019）', 'FY2019 (令和元)'],
])('the fiscal year %i in both eras', (year, ja, en) => {
  expect([fiscalYearWords(year, 'ja'), fiscalYearWords(year, 'en')]).toEqual([ja, en]);
});

const sources = globSync('web/{pages,parts,sheet,chart}/*.ts').map((path) =>
  readFileSync(path, 'utf8'),
);

it('no name stands twice in the catalogue', () => {
  const names = globSync('web/words/*.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^ {2}'?([\w.-]+)'?: \{/gm)].map(([, name]) => name),
  );
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => !isWordName(name ?? ''))).toEqual([]);
});

it('the pages say nothing in Japanese themselves: every string is in the catalogue', () => {
  const said = sources.flatMap(
    (source) => source.match(/>[^<>$`]*[ぁ-んァ-ヶ一-龠]+[^<>$`]*</g) ?? [],
  );
  expect(said).toEqual([]);
});

it('what is given stands in what is said', () => {
  expect(saying('ja')('shown', { total: 9, from: 1, to: 5 })).toBe('9件のうち1～5件目');
  expect(saying('en')('page', { n: 3 })).toBe('page 3');
});
