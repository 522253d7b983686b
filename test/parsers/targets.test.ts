import { describe, expect, it } from 'vitest';
import { readDrawn } from './read-table.ts';

describe('a target table', () => {
  it('as the format prints it', () => {
    const { found, codes, leftovers } = readDrawn([
      '目標項目 | 23年度 | 24年度      | 25年度      | <',
      '^       | 現状値 | 目標値/実績値 | 目標値/実績値 | 目標達成状況',
      '参加者数 |       | 10人 | 12人 | 0.92',
      '^       | 8人   | 9人  | 11人 | ^',
    ]);
    expect(found).toEqual([
      '参加者数; 人; 2011 baseline 8人; 2012 target 10人; 2012 actual 9人; 2013 target 12人; 2013 actual 11人; = 0.92',
    ]);
    expect([codes, leftovers]).toEqual([[], []]);
  });

  it('whose name column is called otherwise, with a unit column and a number', () => {
    const { found, codes, leftovers } = readDrawn([
      'No. | 成果指標 | 単位 | H23基準値 | H25目標 | H25実績 | 達成率',
      '1 | 参加者数 | 人 | 8 | 12 | 11 | 91.7%',
    ]);
    expect(found).toEqual([
      '参加者数; 人; 2011 baseline 8; 2013 target 12; 2013 actual 11; = 91.7%',
    ]);
    expect([codes, leftovers]).toEqual([['unknown-kind'], ['1']]);
  });

  it('with labels per row and two-digit years', () => {
    const { found, codes } = readDrawn([
      '指標 | 区分 | 23年度 | 24 | 25 | 26',
      '参加者数 | 計画 | 8人 | 10人 | 12人 | 14人',
      '^ | 実績 | 8人 | 9人 | 11人 | ',
    ]);
    expect(found).toEqual([
      '参加者数; 人; 2011 target 8人; 2011 actual 8人; 2012 target 10人; 2012 actual 9人; 2013 target 12人; 2013 actual 11人; 2014 target 14人',
    ]);
    expect(codes).toEqual([]);
  });

  it('with years down the side', () => {
    const { found, codes } = readDrawn([
      '指標名 | 年度 | 目標値 | 実績値 | 達成率',
      '参加者数 | 24年度 | 10 | 9 | 0.90',
      '^ | 25年度 | 12 | 11 | 0.92',
    ]);
    expect(found).toEqual([
      '参加者数; -; 2012 target 10; 2012 actual 9; 2013 target 12; 2013 actual 11; = 0.92',
    ]);
    expect(codes).toEqual([]);
  });

  it('where the row says what the column says otherwise, but a baseline stays one', () => {
    const { found } = readDrawn([
      '目標項目 | 区分 | 23年度 | 25年度',
      '^ | ^ | 現状値 | 計画',
      '参加者数 | 目標値 | | 12',
      '^ | 実績値 | 8 | 11',
    ]);
    expect(found).toEqual(['参加者数; -; 2011 baseline 8; 2013 target 12; 2013 actual 11']);
  });

  it('with kinds that are provisional or foreseen', () => {
    const { found } = readDrawn([
      '目標項目 | 24年度実績（速報） | 25年度実績見込 | 26年度見込 | 27年度目標',
      '参加者数 | 9 | 11 | 12 | 14',
    ]);
    expect(found).toEqual([
      '参加者数; -; 2012 actual 9 (速報); 2013 actual 11 (見込); 2014 forecast 12; 2015 target 14',
    ]);
  });

  it('of which a column is not understood: told at its header, its cells left over', () => {
    const { found, warnings, leftovers } = readDrawn([
      '目標項目 | 25年度目標値 | 25年度実績値 | 全国順位',
      '参加者数 | 12 | 11 | 7位',
    ]);
    expect(found).toEqual(['参加者数; -; 2013 target 12; 2013 actual 11']);
    expect(warnings).toEqual(['unknown-kind: What stands below 「全国順位」 is not understood.']);
    expect(leftovers).toEqual(['7位']);
  });

  it('with two values of one year and type', () => {
    const { codes } = readDrawn(['目標項目 | 25年度目標値 | 25年度目標値', '参加者数 | 12 | 13']);
    expect(codes).toEqual(['two-values']);
  });

  it('with years of which one has no kind', () => {
    const { found, codes, leftovers } = readDrawn([
      '目標項目 | 23年度 | 25年度目標値',
      '参加者数 | 12 | 13',
    ]);
    expect(found).toEqual(['参加者数; -; 2013 target 13']);
    expect([codes, leftovers]).toEqual([['unknown-kind'], ['12']]);
  });

  it('whose initiatives are known by number and title', () => {
    const { parts, found } = (() => {
      const read = readDrawn([
        '取組 | 主な指標 | 25年度目標 | 25年度実績',
        '1 誘致を進める | 誘致件数 | 12件 | 11件',
        '2 販路を広げる | 商談件数 | 30件 | 33件',
      ]);
      return { parts: read.indicators.map(({ initiative }) => initiative), found: read.found };
    })();
    expect(parts).toEqual(['1', '2']);
    expect(found).toHaveLength(2);
  });
});

describe('no target table', () => {
  it.each([
    [['項目（参考） | 24年度実績 | 25年度実績', '全国平均 | 9 | 11']],
    [['国名 | 23年度 | 24年度', '全国 | 9 | 11']],
    [['担当 | 氏名', '係 | 佐藤']],
  ])('%j is left over with a finding', (rows) => {
    const { found, codes, leftovers } = readDrawn(rows);
    expect([found, codes]).toEqual([[], ['unread-table']]);
    expect(leftovers).toEqual(rows.flatMap((row) => row.split(' | ')));
  });
});

describe('a budget table', () => {
  it('with the years of 決算 and 予算, and a line that nobody asked for', () => {
    const { budget, codes, leftovers } = readDrawn([
      '（単位：百万円） | 24決算 | 25予算 | ',
      '予算額等 | 1,200 | 1,300 | 5',
      '基金残高 | 7 | 8 | ',
    ]);
    expect(budget).toMatchObject([
      {
        name: '予算額等',
        unit: '百万円',
        amounts: [
          { fiscalYear: 2012, value: 1200, yen: 1_200_000_000 },
          { fiscalYear: 2013, value: 1300 },
        ],
      },
    ]);
    expect(codes).toEqual(['no-fiscal-year', 'unread-table']);
    expect(leftovers).toEqual(['5', '基金残高', '7', '8']);
  });
});
