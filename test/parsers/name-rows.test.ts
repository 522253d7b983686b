import { describe, expect, it } from 'vitest';
import { stitched } from '../../parsers/layout/stitch.ts';
import { drawn } from './drawn-table.ts';
import { readDrawn } from './read-table.ts';

describe('names in rows of their own above their figures', () => {
  const expected = [
    '参加者数; 人; 2012 target 10人; 2012 actual 9人; 2013 target 12人; 2013 actual 11人',
    '開催回数; 回; 2012 target 1回; 2012 actual 2回; 2013 target 3回; 2013 actual 4回',
  ];

  it('whose rows are labelled', () => {
    const { found, codes, leftovers } = readDrawn([
      '区分 | 24年度 | 25年度',
      '参加者数 | < | <',
      '目標値 | 10人 | 12人',
      '実績値 | 9人 | 11人',
      '開催回数 | < | <',
      '目標値 | 1回 | 3回',
      '実績値 | 2回 | 4回',
    ]);
    expect(found).toEqual(expected);
    expect([codes, leftovers]).toEqual([[], []]);
  });

  it('whose kinds stand in the head', () => {
    const { found, codes, leftovers } = readDrawn([
      '目標項目 | 24年度 | 25年度',
      '^ | 目標値/実績値 | 目標値/実績値',
      '参加者数 | < | <',
      ' | 10人 | 12人',
      ' | 9人 | 11人',
      '開催回数 | < | <',
      ' | 1回 | 3回',
      ' | 2回 | 4回',
    ]);
    expect(found).toEqual(expected);
    expect([codes, leftovers]).toEqual([[], []]);
  });

  it('with the initiatives beside them', () => {
    const { indicators, codes, leftovers } = readDrawn([
      '実践取組 | 活動の目標 | < | <',
      '^ | 区分 | 24年度 | 25年度',
      '１「場の不足」を補うために | 参加者数 | < | <',
      '^ | 目標値 | 10人 | 12人',
      '^ | 実績値 | 9人 | 11人',
      '２「学びの不足」を解決するために | 開催回数 | < | <',
      '^ | 目標値 | 1回 | 3回',
      '^ | 実績値 | 2回 | 4回',
    ]);
    expect(
      indicators.map(({ name, initiative, values }) => [
        name,
        initiative,
        values.map(({ text }) => text),
      ]),
    ).toEqual([
      ['参加者数', '1', ['10人', '9人', '12人', '11人']],
      ['開催回数', '2', ['1回', '2回', '3回', '4回']],
    ]);
    expect([codes, leftovers]).toEqual([[], []]);
  });

  it('are none where names stand beside the figures', () => {
    const { found } = readDrawn([
      '目標項目 | 24年度 | 25年度',
      '^ | 目標値 | 目標値',
      '子どもの読書 | < | <',
      '参加者数 | 10人 | 12人',
    ]);
    expect(found.join()).toContain('参加者数; 人; 2012 target 10人; 2013 target 12人');
  });
});

it('a page break through a pair of rows goes through the text beside it, too', () => {
  const head = [
    '実践取組 | 年次計画のうち主なもの | 24年度 | 25年度',
    '^ | ^ | 目標値/実績値 | 目標値/実績値',
    '１「場の不足/」を補うた/めに | 講座の数 | 10件 | 20件',
    '^ | ^ | 12件 | 25件',
  ];
  const table = stitched(
    drawn([...head, '２「学びの不/足」を解決す | 商談件数 | 1件 | 3件']),
    drawn(['るために | | 2件 | 4件'], 2),
  );
  if (!table) throw new Error('two tables');
  const { indicators, codes } = readDrawn(table);
  expect(indicators.map(({ name, values }) => [name, values.map(({ text }) => text)])).toEqual([
    ['講座の数', ['10件', '12件', '20件', '25件']],
    ['商談件数', ['1件', '2件', '3件', '4件']],
  ]);
  expect(codes).toEqual([]);
});
