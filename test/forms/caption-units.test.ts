import { expect, test } from 'vitest';
import { grid, label, line, number, value } from '../../samples/forms/form.ts';
import { below, heads, values } from './drawn.ts';

const table = (name: string) =>
  grid([6, 3, 3], [heads('指標', 'R4目標', 'R4実績'), [value(name), number('12'), number('9')]]);
const units = (all: readonly string[]) => all.map((one) => one.split(' ')[1]);

test.each([
  ['at the right edge', '成果指標', '（単位：回）'],
  ['behind the heading', '成果指標（単位：回）', undefined],
  ['in brackets, without a colon', '２ 成果指標', '［単位 回］'],
])('a caption %s says the unit of the indicators below it', async (_, left, right) => {
  const { indicators } = await below(line(left, right ? { right } : {}), table('見学会'));
  expect(indicators.map(({ level, unit }) => `${level} ${unit}`)).toEqual(['outcome 回']);
});

test('each table has the unit of its own caption', async () => {
  const sheet = await below(
    line('アウトプット指標', { right: '（単位：回）' }),
    table('見学会'),
    line('アウトカム指標', { right: '（単位：％）' }),
    table('就職率'),
    line('その他の指標'),
    table('満足'),
  );
  expect(units(values(sheet))).toEqual(['回', '回', '％', '％', 'null', 'null']);
});

test.each([
  ['of several units', '（単位：回、人）', 'null'],
  ['of money', '（単位：千円）', 'null'],
])('a caption %s decides nothing for an indicator', async (_, right, unit) => {
  const sheet = await below(line('成果指標', { right }), table('見学会'));
  expect(units(values(sheet))).toEqual([unit, unit]);
});

test('what stands in the row itself comes before the caption', async () => {
  const sheet = await below(line('成果指標', { right: '（単位：回）' }), table('参加者（人）'));
  expect(units(values(sheet))).toEqual(['人', '人']);
});

test.each(['町内会', '事業所', '事業者'])('（%s） behind a name is its unit', async (unit) => {
  const sheet = await below(table(`加わった数（${unit}）`));
  expect(units(values(sheet))).toEqual([unit, unit]);
});

test.each(['町内', '市内'])('（%s） behind a name is where, no unit', async (where) => {
  const sheet = await below(table(`加わった数（${where}）`));
  expect(units(values(sheet))).toEqual(['null', 'null']);
});

test('a line that says what grades from 5 to 1 mean is no heading', async () => {
  const sheet = await below(
    line('活動指標'),
    line('５：大いに認められる　１：認められない'),
    grid(
      [6, 3, 3],
      [
        [label('指標'), ...heads('R4目標', 'R4実績')],
        [value('見学会'), number('12'), number('9')],
      ],
    ),
  );
  expect(sheet.indicators.map(({ level }) => level)).toEqual(['activity']);
});
