import { expect, it } from 'vitest';
import { cellText } from '../../parsers/layout/table.ts';
import { partedAtHeadings } from '../../parsers/sheets/heading-rows.ts';
import { drawn } from './drawn-table.ts';

const said = (rows: string[]) =>
  partedAtHeadings(drawn(rows), 1, ({ text }) => text.startsWith('■')).map((block) =>
    block.kind === 'line'
      ? block.line.text
      : block.table.cells.map((cell) => cellText(cell).text).filter((text) => text !== ''),
  );

it('a heading alone in its row is a line, and the rows below it a table', () => {
  expect(said(['■評価 | <', '進展度 | B', '■指標 | <', '参加者数 | 12人'])).toEqual([
    '■評価',
    '■指標',
    ['進展度', 'B'],
    ['参加者数', '12人'],
  ]);
});

it('one beside other cells is a cell', () => {
  expect(said(['■評価 | B', '理由 | 達成'])).toEqual([['■評価', 'B', '理由', '達成']]);
});

it('one with its number in a cell before it is a line', () => {
  expect(said(['Ⅲ | 進展度と判断理由 | <', '進展度 | B | 達成'])).toEqual([
    'Ⅲ進展度と判断理由',
    ['進展度', 'B', '達成'],
  ]);
  expect(said(['2 | 県民指標の状況'])).toEqual(['2県民指標の状況']);
  expect(said(['第4 | 活動指標'])).toEqual(['第4活動指標']);
});

it('a numbered list is none', () => {
  expect(said(['1 | 参加者数', '2 | 開催回数'])).toEqual([['1', '参加者数', '2', '開催回数']]);
  expect(said(['1 | 参加者が増えました。'])).toEqual([['1', '参加者が増えました。']]);
});
