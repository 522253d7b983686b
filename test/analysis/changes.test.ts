import { expect, test } from 'vitest';
import { changesBetween } from '../../lambdas/analysis/changes.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import type { Indicator } from '../../parsers/records/indicator.ts';
import { indicator, value } from './indicators.ts';

const at = { page: 1, box: [9, 9, 10, 10] };
const sheet = (fiscalYear: number, grade: string, indicators: Indicator[]) =>
  ({
    ...{ id: `shiomi-${fiscalYear}-kinkyu-1`, revision: 'r', publisher: 'shiomi', fiscalYear },
    ...{ program: 'kinkyu', number: '1', title: '題', department: null, indicators },
    ...{ progress: { grade, label: null, at, reason: null, reasonAt: [] } },
  }) as unknown as RevisedSheet;

test('each kind of change, with what both sheets say', () => {
  const before = sheet(2013, 'B', [
    indicator('下がる', [value(2014, 'target', 30), value(2013, 'actual', 20)]),
    indicator('まだ出ない', [value(2013, 'actual', null)]),
    indicator('移動図書館の巡回数', [value(2013, 'actual', 77)]),
    indicator('移る', [value(2011, 'baseline', 5)]),
    indicator('なくなる', [value(2013, 'actual', 1)]),
    indicator('同じ', [value(2013, 'actual', 1), value(2014, 'target', 2)]),
  ]);
  const after = sheet(2014, 'A', [
    indicator('下がる', [value(2014, 'target', 25), value(2013, 'actual', 21)]),
    indicator('まだ出ない', [value(2013, 'actual', null)]),
    indicator('移動図書館の巡回回数', [value(2013, 'actual', 77)]),
    indicator('移る', [value(2011, 'baseline', 6)], { initiative: '2' }),
    indicator('増える', [value(2014, 'actual', 1)]),
    indicator('同じ', [value(2013, 'actual', 1), value(2014, 'target', 2)]),
  ]);
  const told = changesBetween(before, after).map(
    ({ kind, indicator: name, ofFiscalYear, from, to }) => [
      ...[kind, name, ofFiscalYear],
      ...[from?.text ?? null, to?.text ?? null],
    ],
  );
  expect(told).toEqual([
    ['rating-changed', null, null, 'B', 'A'],
    ['target-lowered', '下がる', 2014, '30', '25'],
    ['actual-revised', '下がる', 2013, '20', '21'],
    ['pending-still', 'まだ出ない', 2013, '調査中', '調査中'],
    [
      'indicator-renamed',
      '移動図書館の巡回回数',
      null,
      '移動図書館の巡回数',
      '移動図書館の巡回回数',
    ],
    ['indicator-moved', '移る', null, '移る', '移る'],
    ['baseline-revised', '移る', 2011, '5', '6'],
    ['indicator-dropped', 'なくなる', null, 'なくなる', null],
    ['indicator-added', '増える', null, null, '増える'],
  ]);
  const [rating] = changesBetween(before, after);
  expect(rating?.to?.pdfUrl).toBe('/v1/sheets/shiomi-2014-kinkyu-1/pdf#page=1');
});

test('each change has a sentence in both languages; what became easier or worse asks for attention', () => {
  const told = (type: 'target' | 'actual', was: number, is: number, less: boolean) => {
    const some = (figure: number) =>
      indicator('ごみの量', [
        value(2014, type, figure),
        ...(less ? [{ ...value(2016, 'target', 10), qualifier: '以下' }] : []),
        ...(less ? [] : [{ ...value(2016, 'target', 90), qualifier: '以上' }]),
      ]);
    return changesBetween(sheet(2014, 'B', [some(was)]), sheet(2015, 'B', [some(is)]))[0];
  };
  expect(told('target', 30, 25, false)).toMatchObject({
    ...{ kind: 'target-lowered', severity: 'attention' },
    message: expect.stringMatching(/「ごみの量」.*2014.*from 30.* to 25/),
    messageJa: expect.stringMatching(
      /「ごみの量」の2014年度の目標値が30.*から25.*に下がりました。/,
    ),
  });
  expect(told('target', 30, 25, true)?.severity).toBe('note');
  expect(told('target', 25, 30, true)?.severity).toBe('attention');
  expect(told('actual', 30, 25, false)?.severity).toBe('attention');
  expect(told('actual', 25, 30, false)?.severity).toBe('note');
});
