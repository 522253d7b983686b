import { expect, it } from 'vitest';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { below, FACTS, figures, heads, readPages, TITLE } from './drawn.ts';

const told = ({ warnings }: SheetRecord) =>
  warnings.filter(({ code }) => code === 'unread').map(({ message }) => message);

it('lines that belong to nothing are told, one paragraph in one finding at its place', async () => {
  const sheet = await below(
    line('この様式は、所管する課が記入し、'),
    line('五月の末までに企画課へ送ってください。'),
  );
  const [finding, ...others] = sheet.warnings.filter(({ code }) => code === 'unread');
  expect(others).toEqual([]);
  expect(finding?.message).toBe(
    'No place was found for 「この様式は、所管する課が記入し、五月の末までに企画課へ送ってください。」.',
  );
  expect(finding?.severity).toBe('missing');
  const [first] = sheet.leftovers.filter(({ text }) => text.startsWith('この様式'));
  expect(finding?.at?.box[1]).toBeCloseTo(first?.at[0]?.box[1] as number, 3);
});

it('what only heads, captions, explains or adds is no news', async () => {
  const sheet = await below(
    line('（内部評価）'),
    line('２　経費の推移'),
    line('（単位：千円）'),
    grid(
      [6, 4, 4],
      [heads('経費', '３年度決算', '４年度決算'), [label('委託料'), ...figures('120', '130')]],
    ),
    line('※委託料には消費税を含む。'),
    line('Ａ：高い　Ｂ：ふつう　Ｃ：低い'),
    grid([4, 16], [[label('備考'), blank()]]),
  );
  const left = sheet.leftovers.map(({ text }) => text.replace(/\s+/g, ''));
  expect(left).toContain('※委託料には消費税を含む。');
  expect(told(sheet)).toEqual([]);
});

it('a line that stands alike on each page is told on none', async () => {
  const page = [
    line('取扱注意の資料です。'),
    grid([4, 16], [[label('課題'), value('船が足りない。')]]),
  ];
  const sheet = await readPages([TITLE, FACTS, ...page], [...page]);
  expect(told(sheet).filter((message) => message.includes('取扱注意'))).toEqual([]);
});
