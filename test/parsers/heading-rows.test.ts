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
