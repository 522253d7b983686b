import { expect, it } from 'vitest';
import { type Block, gap, grid, label, line, value } from '../../samples/forms/form.ts';
import { FACTS, figures, heads, readBlocks, TITLE, values } from './drawn.ts';

const indicators = (name: string, ...texts: readonly string[]): Block =>
  grid([5, 2, 2], [heads('指標', 'R4目標', 'R4実績'), [value(name), ...figures(...texts)]]);
const facts = grid([3, 8], [[label('課題'), value('浜が狭くなった。')]]);
const above = (...columns: readonly (readonly Block[])[]) =>
  readBlocks([TITLE, FACTS, gap(6)], columns);

it('tables abreast have each the heading and the unit that stand over them', async () => {
  const sheet = await above(
    [line('アウトプット指標', { right: '（単位：回）' }), indicators('清掃の日', '12', '11')],
    [line('アウトカム指標', { right: '（単位：ｔ）' }), indicators('漂着物', '8', '9')],
  );
  expect(values(sheet)).toEqual([
    '清掃の日 回 2022 target 12',
    '清掃の日 回 2022 actual 11',
    '漂着物 ｔ 2022 target 8',
    '漂着物 ｔ 2022 actual 9',
  ]);
  expect(sheet.indicators.map(({ level }) => level)).toEqual(['activity', 'outcome']);
});

it('a second table below keeps the heading of its own side', async () => {
  const sheet = await above(
    [
      line('活動指標'),
      indicators('清掃の日', '12', '11'),
      gap(8),
      indicators('見回り', '20', '24'),
    ],
    [line('３ 課題'), facts],
  );
  expect(sheet.indicators.map(({ name, level }) => `${name} ${level}`)).toEqual([
    '清掃の日 activity',
    '見回り activity',
  ]);
});

it('one heading over both is the heading of both', async () => {
  const sheet = await readBlocks(
    [TITLE, FACTS, gap(6), line('成果指標')],
    [[indicators('漂着物', '8', '9')], [indicators('砂浜の幅', '30', '28')]],
  );
  expect(sheet.indicators.map(({ level }) => level)).toEqual(['outcome', 'outcome']);
});
