import { expect, it } from 'vitest';
import { FISCAL_YEAR, fiscalYear } from '../../parsers/japanese/eras.ts';

it.each([
  ['平成25年度', null, 2013],
  ['平成元年度', null, 1989],
  ['平成31年度', null, 2019],
  ['令和元年度', null, 2019],
  ['令和2年度の取組概要', null, 2020],
  ['H25', null, 2013],
  ['R3年度', null, 2021],
  ['2015年度', null, 2015],
  ['23年度', 2013, 2011],
  ['31年度', 2018, 2019],
  ['元年度', 2018, 2019],
  ['2年度', 2019, 2020],
  ['23年度', null, null],
  ['現状値', 2013, null],
  ['2,476', 2013, null],
  ['135', 2013, null],
  ['H27目標', 2013, 2015],
])('%s near %s is %s', (label, near, year) => {
  expect(fiscalYear(label, near)).toBe(year);
});

it('the pattern finds labels inside headings', () => {
  const find = (text: string) => new RegExp(FISCAL_YEAR).exec(text)?.[0];
  expect(find('平成27年度末での到達目標')).toBe('平成27年度');
  expect(find('令和元年度の取組概要')).toBe('令和元年度');
  expect(find('県民指標')).toBeUndefined();
});
