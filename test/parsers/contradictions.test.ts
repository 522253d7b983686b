import { expect, it } from 'vitest';
import { withContradictions } from '../../parsers/contradictions.ts';
import type { Initiative } from '../../parsers/records/initiative.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { makeSheet } from '../store/make-record.ts';

const sheet: SheetRecord = { ...makeSheet(), warnings: [] };

const codes = (changed: Partial<SheetRecord>) =>
  withContradictions({ ...sheet, ...changed }).warnings.map(({ code, severity }) => [
    code,
    severity,
  ]);

it('a record that tells nothing against itself stays as it is', () => {
  expect(withContradictions(sheet)).toBe(sheet);
});

it('the same item twice in one phase of one initiative', () => {
  const initiative = (...texts: string[]): Initiative => ({
    number: '1',
    title: '取組',
    items: texts.map((text, n) => ({
      ...{ phase: 'result', ordinal: n + 1, marker: '・', text, facts: [], keywords: [] },
      at: [{ page: 1, box: [10, 20, 110, 32] }],
    })),
  });
  const [once, twice] = [['広報を増やした。'], ['広報を増やした。', '広報を増やした。']];
  expect(codes({ initiatives: [initiative(...twice)] })).toEqual([['repeated-item', 'note']]);
  expect(codes({ initiatives: [initiative(...once), initiative(...once)] })).toEqual([]);
});

it('the same indicator twice with the same figures', () => {
  const [one] = sheet.indicators;
  if (!one) throw new Error('no indicator');
  const figures = (value: number) => ({
    values: one.values.map((cell) => ({ ...cell, value, text: `${value}人` })),
  });
  const again = { ...one, id: 'i2', name: '新規 就職者数' };
  expect(codes({ indicators: [one, again] })).toEqual([['repeated-indicator', 'note']]);
  expect(codes({ indicators: [one, { ...again, ...figures(90) }] })).toEqual([]);
  expect(codes({ indicators: [one, { ...again, initiative: '2' }] })).toEqual([]);
});
