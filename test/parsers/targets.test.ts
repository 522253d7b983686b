import { describe, expect, it } from 'vitest';
import { stitched } from '../../parsers/layout/stitch.ts';
import { drawn } from './drawn-table.ts';
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

  it.each([
    ['a cell of its own', '現状値 | 目標値', '^ | 全国値'],
    ['a line of the cell', '現状値 | 目標値/全国値', '^ | ^'],
  ])('of whose kinds one is not known, in %s', (_, upper, lower) => {
    const { found, codes, leftovers } = readDrawn([
      '目標項目 | 23年度 | 25年度',
      `^ | ${upper}`,
      `^ | ${lower}`,
      '参加者数 | 8人 | 12人',
      '^        | ^   | 30人',
    ]);
    expect(found).toEqual(['参加者数; 人; 2011 baseline 8人; 2013 target 12人']);
    expect([codes, leftovers]).toEqual([['unknown-kind'], ['30人']]);
  });

  it('whose narrow head breaks the words of a kind', () => {
    const { found, codes } = readDrawn([
      '目標項目 | 23年度 | 25年度',
      '^ | 現状値 | 目標値/実績見/込値',
      '参加者数 | 8人 | 12人',
      '^        | ^   | 11人',
    ]);
    expect(found).toEqual([
      '参加者数; 人; 2011 baseline 8人; 2013 target 12人; 2013 actual 11人 (見込)',
    ]);
    expect(codes).toEqual([]);
  });

  it('whose kinds stand in brackets or have a letter behind them', () => {
    const { found, codes } = readDrawn([
      '目標項目 | 区分 | 24年度 | 25年度',
      '参加者数 | 目標（A） | 10人 | 12人',
      '^ | 【実績】 | 9人 | 11人',
    ]);
    expect(found).toEqual([
      '参加者数; 人; 2012 target 10人; 2012 actual 9人; 2013 target 12人; 2013 actual 11人',
    ]);
    expect(codes).toEqual([]);
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
    expect(warnings).toEqual([
      'unknown-kind: What stands below 「全国順位」 is not understood: 「7位」.',
    ]);
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

it('a target table whose head says which row is which', () => {
  const { found, codes } = readDrawn([
    '目標項目（上段：目標値、下段：実績値） | 24年度 | 25年度',
    '参加者数 | 10人 | 12人',
    '^ | 9人 | 11人',
  ]);
  expect(found).toEqual([
    '参加者数; 人; 2012 target 10人; 2012 actual 9人; 2013 target 12人; 2013 actual 11人',
  ]);
  expect(codes).toEqual([]);
});

describe('a target table, its years', () => {
  const table = (...years: string[]) => [
    `目標項目 | ${years[0]} | ${years[1]} | ${years[2]} | < | ${years[3]}`,
    '^ | 現状値 | 目標値/実績値 | 目標値/実績値 | 目標達成状況 | 目標値/実績値',
    '誘致件数 | | 10件 | 20件 | 1.00 | 30件',
    '^ | 5件 | 12件 | 25件 | ^ | ',
  ];
  it.each([
    [['二十三年度', '二十四年度', '二十五年度', '二十六年度']],
    [["'11", "'12", "'13", "'14"]],
    [['23', '24', '25', '26']],
    [['FY2011', 'FY2012', 'FY2013', 'FY2014']],
    [['計画23年度', '計画24年度', '計画25年度', '計画26年度']],
    [['23決算', '24決算', '25決算', '26予算']],
    [['基準年度(23年度)', '24年度', '25年度', '最終年度(26年度)']],
    [['平23', '平24', '平25', '平26']],
  ])('%j', (years) => {
    const { found, codes } = readDrawn(table(...years));
    expect(found).toEqual([
      '誘致件数; 件; 2011 baseline 5件; 2012 target 10件; 2012 actual 12件; 2013 target 20件; 2013 actual 25件; 2014 target 30件; = 1.00',
    ]);
    expect(codes).toEqual([]);
  });

  it('told by their distance are inferred, and said so', () => {
    const { found, codes } = readDrawn(table('前々年度', '前年度', '本年度', '翌年度'));
    expect(found[0]).toContain('2011 baseline 5件; 2012 target 10件');
    expect(codes).toEqual(['inferred', 'inferred', 'inferred', 'inferred']);
  });

  it('that cannot be', () => {
    const { found, codes, leftovers } = readDrawn(table('99年度', '24年度', '25年度', '26年度'));
    expect(found[0]).not.toContain('baseline');
    expect([codes, leftovers]).toEqual([['no-fiscal-year'], ['5件']]);
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

describe('a table over a page break', () => {
  const head = [
    '目標項目 | 24年度 | 25年度',
    '^ | 目標値/実績値 | 目標値/実績値',
    '誘致件数 | 10件 | 20件',
    '^ | 12件 | 25件',
  ];
  const whole = (first: string[], rest: string[]) => {
    const table = stitched(drawn(first), drawn(rest, 2));
    if (!table) throw new Error('two tables');
    return readDrawn(table);
  };
  const expected = [
    '誘致件数; 件; 2012 target 10件; 2012 actual 12件; 2013 target 20件; 2013 actual 25件',
    '商談件数; 件; 2012 target 1件; 2012 actual 2件; 2013 target 3件; 2013 actual 4件',
  ];

  it.each([
    ['between two indicators', [], ['商談件数 | 1件 | 3件', '^ | 2件 | 4件']],
    ['with the head again', [], [...head.slice(0, 2), '商談件数 | 1件 | 3件', '^ | 2件 | 4件']],
    ['through a pair of rows', ['商談件数 | 1件 | 3件'], [' | 2件 | 4件']],
    ['through a pair, its name below', [' | 1件 | 3件'], ['商談件数 | 2件 | 4件']],
  ])('%s', (_, above, below) => {
    const { found, codes, leftovers } = whole([...head, ...above], below);
    expect(found).toEqual(expected);
    expect([codes, leftovers]).toEqual([[], []]);
  });
});
