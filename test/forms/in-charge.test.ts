import { expect, test } from 'vitest';
import { grid, label, value } from '../../samples/forms/form.ts';
import { below, fields, read, TITLE } from './drawn.ts';

const facts = (name: string, office: string) =>
  grid(
    [3, 7, 3, 7],
    [
      [label('事業名'), value('浜辺の清掃'), label(name), value(office)],
      [label('目的'), value('浜をきれいに保つ。', { w: 3 })],
      [label('対象'), value('市民', { w: 3 })],
      [label('会計'), value('一般会計'), label('財源'), value('市税')],
    ],
  );

test('who carries a project out is a field beside the department in charge', async () => {
  const sheet = await below(
    grid(
      [3, 7, 3, 7],
      [[label('実施主体'), value('市（委託）'), label('開始年度'), value('令和元年度')]],
    ),
  );
  expect(sheet.department).toBe('環境課');
  expect(fields(sheet)).toContain('実施主体 / 市（委託）');
});

test.each(['実施主体', '担当課'])(
  '%s is the department where nothing else says one',
  async (name) => {
    expect((await read([TITLE, facts(name, '環境課')])).department).toBe('環境課');
  },
);
