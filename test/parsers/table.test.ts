import { describe, expect, it } from 'vitest';
import { stitched } from '../../parsers/layout/stitch.ts';
import { type Cell, cellText, Table } from '../../parsers/layout/table.ts';
import { drawn } from './drawn-table.ts';

const texts = (cells: readonly Cell[]) => cells.map((cell) => cellText(cell).text);
const found = (table: Table, text: string): Cell => {
  const cell = table.cells.find((c) => cellText(c).text === text);
  if (!cell) throw new Error(`no cell ${text}`);
  return cell;
};
const digits = /\d/;
const isWord = (cell: Cell) => cell.lines.length > 0 && !digits.test(cellText(cell).text);

describe('a table that is asked', () => {
  const table = drawn([
    '指標 | 単位 | 目標 | <  | 実績',
    '^    | ^    | 前年 | 当年 | ^ ',
    '参加者 | 人 | 10 | 12 | 11',
    '回数 | 回 |    | 3 | 2',
    '備考 | なし | < | < | < ',
  ]);

  it('at: any field of a merged cell is that cell; outside and beyond there is none', () => {
    expect(texts([table.at(1, 0), table.at(0, 3)].filter((c) => c !== null))).toEqual([
      '指標',
      '目標',
    ]);
    expect(table.at(3, 2)?.lines).toEqual([]);
    expect([table.at(-1, 0), table.at(0, 5), table.at(5, 0)]).toEqual([null, null, null]);
  });

  it('rightOf, leftOf, below, above: nearest first', () => {
    expect(texts(table.rightOf(found(table, '参加者')))).toEqual(['人', '10', '12', '11']);
    expect(texts(table.leftOf(found(table, '12')))).toEqual(['10', '人', '参加者']);
    expect(texts(table.below(found(table, '目標')))).toEqual([
      '前年',
      '当年',
      '10',
      '12',
      '',
      '3',
      'なし',
    ]);
    expect(texts(table.above(found(table, '3')))).toEqual(['12', '当年', '目標']);
  });

  it('headersOver: the head of a column, outermost first, through what is no header', () => {
    expect(texts(table.headersOver(found(table, '3'), isWord))).toEqual(['目標', '当年']);
    expect(texts(table.headersOver(found(table, '2'), isWord))).toEqual(['実績']);
  });

  it('headersOver: a second head further down is the nearer one', () => {
    const two = drawn(['目標 | 実績', '1 | 2', '予算 | 決算', '3 | 4']);
    expect(texts(two.headersOver(found(two, '4'), isWord))).toEqual(['決算']);
    expect(texts(two.headersOver(found(two, '2'), isWord))).toEqual(['実績']);
  });

  it('headersBeside: side heads that span rows, outermost first', () => {
    const side = drawn(['指標 | 活動 | 回数 | 1', '^ | 成果 | 人数 | 2']);
    expect(texts(side.headersBeside(found(side, '2'), isWord))).toEqual(['指標', '成果', '人数']);
  });

  it('pairs: values beside a label, else below it; a blank field stays blank', () => {
    const form = drawn(['番号 | 12 | 担当 | ', '始期 | 終期 | 期間 | ^', '24 | 27 | 3 | 4']);
    const pairs = form
      .pairs(isWord)
      .map(({ label, values }) => [cellText(label).text, texts(values)]);
    expect(pairs).toEqual([
      ['番号', ['12']],
      ['担当', []],
      ['始期', ['24']],
      ['終期', ['27']],
      ['期間', []],
    ]);
  });
});

describe('a table over a page break', () => {
  const first = drawn(['名 | 目標', 'あ | 1']);
  const rows = (table: Table | null) =>
    table?.cells.map((cell) => [
      cell.row,
      cell.rowSpan,
      cell.lines.map(({ text }) => text).join('/'),
    ]);

  it('goes on without the head that is printed again', () => {
    const whole = stitched(first, drawn(['名 | 目標', 'い | 2'], 2));
    expect(whole && texts(whole.cells)).toEqual(['名', '目標', 'あ', '1', 'い', '2']);
    expect(whole?.breaks).toEqual([2]);
    expect(whole && texts(whole.below(found(whole, '目標')))).toEqual(['1', '2']);
  });

  it('is another table where the columns differ', () => {
    expect(stitched(first, drawn(['い | 2 | 3'], 2))).toBeNull();
  });

  it('goes on with merged cells', () => {
    const wide = drawn(['名 | 目標 | <', 'あ | 1 | 2']);
    const note = drawn(['備考'], 2);
    expect(rows(stitched(wide, new Table({ ...note, xs: [0, 120] })))?.at(-1)).toEqual([
      2,
      1,
      '備考',
    ]);
  });

  it('that goes through a row: its text goes on, its other cells are said', () => {
    const whole = stitched(
      drawn(['名 | 説明 | 数', 'あ | 長い説明/がここに | 1']),
      drawn([' | 続きの | ', 'い | 次 | 2'], 2),
    );
    expect(rows(whole)?.slice(3)).toEqual([
      [1, 1, 'あ'],
      [1, 1, '長い説明/がここに/続きの'],
      [1, 1, '1'],
      [2, 1, 'い'],
      [2, 1, '次'],
      [2, 1, '2'],
    ]);
  });

  it('that goes through a pair of rows: what stands beside both spans them', () => {
    const whole = stitched(
      drawn(['名 | 25年', 'あいう | 目標12']),
      drawn([' | 11', 'えおか | 14'], 2),
    );
    expect(rows(whole)?.slice(2)).toEqual([
      [1, 2, 'あいう'],
      [1, 1, '目標12'],
      [2, 1, '11'],
      [3, 1, 'えおか'],
      [3, 1, '14'],
    ]);
  });

  it('between two pairs leaves each its own, though a name ends at its border and figures begin below', () => {
    const whole = stitched(
      drawn(['名 | 基準 | 今年 | 来年', 'こうのとり/の放鳥数 |  | 131 | 132', '^ | 130 | 119 | ']),
      drawn(['直売所/の品の数 |  |  | 919', '^ | － | 969 | '], 2),
    );
    expect(rows(whole)?.filter(([, span]) => span === 2)).toEqual([
      [1, 2, 'こうのとり/の放鳥数'],
      [3, 2, '直売所/の品の数'],
    ]);
  });

  it('between two rows of figures that fill their cells leaves each its own', () => {
    const whole = stitched(
      drawn(['名 | 今年 | 備考', '大気の/ばい煙 | 62,540pg-TEQ／m3 | ○']),
      drawn([' | 10ヘクタール | '], 2),
    );
    expect(
      rows(whole)
        ?.slice(3)
        .filter(([, , text]) => /\d/.test(`${text}`)),
    ).toEqual([
      [1, 1, '62,540pg-TEQ／m3'],
      [2, 1, '10ヘクタール'],
    ]);
  });

  it('before a row that is whole leaves both as they are', () => {
    const whole = stitched(first, drawn(['い | 2'], 2));
    expect(rows(whole)?.slice(2)).toEqual([
      [1, 1, 'あ'],
      [1, 1, '1'],
      [2, 1, 'い'],
      [2, 1, '2'],
    ]);
  });
});
