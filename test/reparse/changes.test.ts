import { expect, test } from 'vitest';
import { changesOf } from '../../lambdas/reparse/changes.ts';
import type { Place } from '../../parsers/records/place.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { makeSheet } from '../store/make-record.ts';

const at = (page: number): Place => ({ page, box: [10, 20, 110, 32] });
const item = (ordinal: number, text: string) => ({
  phase: 'result' as const,
  ordinal,
  marker: '①',
  text,
  facts: [],
  keywords: ['雇用'],
  at: [at(3)],
});
const sheet = makeSheet({ indicators: { 新規就職者数: 120, 求人数: 30 } });
const withItems = (...texts: string[]): SheetRecord => ({
  ...sheet,
  initiatives: [{ number: '1', title: '取組', items: texts.map((text, n) => item(n + 1, text)) }],
});

function edited(of: SheetRecord, edit: (copy: SheetRecord) => void): SheetRecord {
  const copy = structuredClone(of);
  edit(copy);
  return copy;
}

test('equal readings, in whatever order of fields, have no changes', () => {
  const turned = Object.fromEntries(Object.entries(sheet).toReversed()) as SheetRecord;
  expect(changesOf(sheet, turned)).toEqual([]);
});

test('a value is told with its path, its kind and both its places', () => {
  const after = edited(sheet, ({ indicators: [, second] }) => {
    const value = second?.values[0];
    if (value) Object.assign(value, { value: 31, at: at(2) });
  });
  const path = 'indicators[求人数].values[2013 actual]';
  expect(changesOf(sheet, after)).toEqual([
    {
      path: `${path}.value`,
      field: 'indicators.values.value',
      from: { value: 30, at: [at(1)] },
      to: { value: 31, at: [at(2)] },
    },
    {
      path: `${path}.at`,
      field: 'indicators.values.at',
      from: { value: at(1), at: [at(1)] },
      to: { value: at(2), at: [at(2)] },
    },
  ]);
});

test('an entry that is found or lost is one change, and those behind it are none', () => {
  const changes = changesOf(withItems('求人が増えた', '面接をした'), withItems('面接をした'));
  expect(changes).toMatchObject([
    { path: 'initiatives[1].items[result 1].ordinal', from: { value: 2 }, to: { value: 1 } },
    {
      path: 'initiatives[1].items[result 1 #2]',
      from: { value: { text: '求人が増えた' } },
      to: null,
    },
  ]);
});

test('an item whose words change is the same item', () => {
  const changes = changesOf(withItems('求人が増えた', '面接'), withItems('求人が増えた', '面接会'));
  expect(changes).toEqual([
    {
      path: 'initiatives[1].items[result 2].text',
      field: 'initiatives.items.text',
      from: { value: '面接', at: [at(3)] },
      to: { value: '面接会', at: [at(3)] },
    },
  ]);
});

test('a renamed indicator is known by its id', () => {
  const after = edited(sheet, ({ indicators: [first] }) => {
    if (first) first.name = '新しい就職者数';
  });
  expect(changesOf(sheet, after)).toMatchObject([
    { path: 'indicators[新しい就職者数].name', from: { value: '新規就職者数' } },
  ]);
});

test('the reason of a rating has its own places; what comes out of nothing has no old side', () => {
  const after = edited(sheet, (copy) => {
    if (copy.progress) Object.assign(copy.progress, { reason: '目標どおり' });
    copy.subtitle = '働く人のために';
  });
  expect(changesOf(sheet, after)).toMatchObject([
    { path: 'subtitle', from: null, to: { value: '働く人のために', at: [] } },
    { path: 'progress.reason', to: { value: '目標どおり', at: sheet.progress?.reasonAt } },
  ]);
});
