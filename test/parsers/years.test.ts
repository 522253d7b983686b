import { describe, expect, it } from 'vitest';
import { comparable } from '../../parsers/japanese/characters.ts';
import { yearsIn } from '../../parsers/japanese/years.ts';

const years = (label: string, near: number | null = 2013) =>
  yearsIn(comparable(label), near).map(({ fiscalYear, through }) =>
    through === null ? fiscalYear : [fiscalYear, through],
  );

describe('the fiscal years that a label names', () => {
  it.each([
    ['平成25年度', [2013]],
    ['平成 25 年度', [2013]],
    ['H.24', [2012]],
    ['h24', [2012]],
    ['Ｈ２４', [2012]],
    ["'12", [2012]],
    ['’12', [2012]],
    ['FY2024', [2024]],
    ['FY24', [2024]],
    ['2013', [2013]],
    ['2013年度', [2013]],
    ['令6年度', [2024]],
    ['令和元', [2019]],
    ['R元', [2019]],
    ['r6', [2024]],
    ['二十四年度', [2012]],
    ['平成二十四年度', [2012]],
    ['1年目（23年度）', [2011]],
    ['2年度目（24年度）', [2012]],
    ['25年度目標値', [2013]],
    ['25年目標', [2013]],
    ['第2年度（24年度）', [2012]],
    ['最終年度(27年度)', [2015]],
    ['目標値(H27)', [2015]],
    ['計画24年度', [2012]],
    ['24決算', [2012]],
    ['26当初予算', [2014]],
    ['25年度末', [2013]],
    ['平成25(2013)年度', [2013]],
    ['平成25年度（2013年度）', [2013]],
    ['平成24年3月末', [2011]],
    ['H24.3', [2011]],
    ['23～25年度', [[2011, 2013]]],
    ['H23～H25', [[2011, 2013]]],
    ['平成24年度～27年度', [[2012, 2015]]],
    ['H24・H25', [2012, 2013]],
    ['前年度', [2012]],
    ['翌年度', [2014]],
  ])('%s', (label, expected) => {
    expect(years(label)).toEqual(expected);
  });

  it.each([
    '99年度',
    '平成99年度',
    '1899年度',
    '1944年度',
    '1年目',
    '5年間',
    '3年後',
    '2年連続',
    '24',
    '2,476',
    '135',
    '12～15',
    '前年度比',
    'PR25',
    '1000人',
    '最終年度',
  ])('%s names none', (label) => {
    expect(years(label)).toEqual([]);
  });

  it('a year without an era is none where no other year is known', () => {
    expect(years('24年度', null)).toEqual([]);
  });
});
