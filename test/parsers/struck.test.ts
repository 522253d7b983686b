import { expect, it } from 'vitest';
import { Table } from '../../parsers/layout/table.ts';
import { drawn, line } from './drawn-table.ts';
import { readDrawn } from './read-table.ts';

/** The table with text struck through in the cell that says something. */
function struckBeside(table: Table, said: string, struck: string): Table {
  const cells = table.cells.map((cell) =>
    cell.lines.some(({ text }) => text === said) ? { ...cell, struck: [line(struck, 0, 0)] } : cell,
  );
  return new Table({ ...table, cells });
}

it('what is struck through beside a figure is what it was before', () => {
  const table = drawn([
    '目標項目 | 24年度      | 25年度      | <',
    '^       | 目標値/実績値 | 目標値/実績値 | 目標達成状況',
    '参加者数 | 588人 | 600人 | 0.92',
    '^       | 590人 | 550人 | ^',
  ]);
  const { indicators, codes } = readDrawn(struckBeside(table, '590人', '588人'));
  const actual = indicators[0]?.values.find((v) => v.fiscalYear === 2012 && v.type === 'actual');
  expect(actual).toMatchObject({
    text: '590人',
    value: 590,
    others: [{ text: '588人', value: 588, role: 'previous' }],
  });
  expect(codes).toEqual([]);
});

it('so it is in a money line', () => {
  const table = drawn(['        | 24年度 | 25年度', '予算額等 | 603 | 590']);
  const { budget } = readDrawn(struckBeside(table, '590', '588'));
  expect(budget[0]?.amounts[1]).toMatchObject({
    value: 590,
    others: [{ text: '588', value: 588, role: 'previous' }],
  });
});
