import { expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { readItemTable } from '../../parsers/sheets/item-table.ts';
import { NOBODY } from '../../parsers/sheets/narrative.ts';
import { drawn } from './drawn-table.ts';

const format = FORMATS.find((one) => one.format === 'mie-project');
if (!format) throw new Error('no format');
const stubs = [{ number: '1', title: '「港に人がいない」を解決するために' }];

function items(rows: string[]) {
  const read = readItemTable(
    drawn(rows),
    { spec: format?.initiatives as never, stubs },
    { lists: new Set() },
    NOBODY,
  );
  return (
    read && [
      ...read.groups.flatMap(({ number, paragraphs }) =>
        paragraphs.map(({ ordinal, text }) => [number, ordinal, text.text]),
      ),
      ...read.labels.map(({ lines }) => lines.map(({ text }) => text).join('')),
    ]
  );
}

it('numbers beside texts are their marks, and names of columns are labels', () => {
  expect(
    items([
      '番号 | 内容',
      '1 | 港の広場で朝市を四回開きました',
      '2 | 空き家を二軒、宿に改めました。',
    ]),
  ).toEqual([
    [null, 1, '港の広場で朝市を四回開きました'],
    [null, 2, '空き家を二軒、宿に改めました。'],
    '番号',
    '内容',
  ]);
});

it('an initiative beside its items owns them', () => {
  expect(
    items(['実践取組1「港に人がいない」を解決するために | ①港の広場で朝市を四回開きました']),
  ).toEqual([
    ['1', 1, '港の広場で朝市を四回開きました'],
    '実践取組1「港に人がいない」を解決するために',
  ]);
});

it('a table of figures is none', () => {
  expect(items(['区分 | 24年度 | 25年度', '朝市 | 3回 | 4回'])).toBeNull();
});
