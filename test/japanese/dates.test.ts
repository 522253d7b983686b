import { expect, test } from 'vitest';
import { dates } from '../../parsers/japanese/dates.ts';
import { sentences } from './sentences.ts';

const YEAR = { fiscalYear: 2013, phase: 'result' } as const;
/** text = date or fiscal year, and the last of a range */
const told = (text: string, context: Parameters<typeof dates>[1] = YEAR) =>
  dates(text, context).map(({ text, date, fiscalYear, through, throughFiscalYear }) =>
    [text, date ?? '', fiscalYear ?? '', through ?? throughFiscalYear ?? ''].join('|'),
  );

test.each([
  ['平成26年3月12日に開いた', '平成26年3月12日|2014-03-12|2013|'],
  ['８月の祭りと１月の式典', '８月|2013-08|2013|', '１月|2014-01|2013|'],
  ['商談会（11～12月）', '11～12月|2013-11|2013|2013-12'],
  ['10月から翌年2月まで', '10月から翌年2月|2013-10|2013|2014-02'],
  ['7月20日～31日に', '7月20日～31日|2013-07-20|2013|2013-07-31'],
  ['平成24～27年度に', '平成24～27年度||2012|2015'],
  ['令和元年度と25年度末', '令和元年度||2019|', '25年度末||2013|'],
  [
    '平成26年3月31日、同年4月1日',
    '平成26年3月31日|2014-03-31|2013|',
    '同年4月1日|2014-04-01|2014|',
  ],
  ['平成25年は、H27：12件', '平成25年|2013||', 'H27||2015|'],
  [
    'セミナー（6/18、参加83社）、相談会（9/5～7）',
    '6/18|2013-06-18|2013|',
    '9/5～7|2013-09-05|2013|2013-09-07',
  ],
  ['国の補助（1/2）、県の補助（10/10、2/3）'],
  ['平成24年度は、9月に', '平成24年度||2012|', '9月|2012-09|2012|'],
])('%s', (text, ...expected) => {
  expect(told(text)).toEqual(expected);
});

test('a month to come has no year that the sheet tells', () => {
  expect(told('6月に始めます', { ...YEAR, phase: 'improvement' })).toEqual(['6月|--06||']);
});

test.each([
  '3か月間',
  '5年間で',
  '2年目の',
  '13月32日',
  '昨年10月',
  '前年度',
  '1,200人',
  'PM2.5',
  '10年前',
])('%s is no date', (text) => {
  expect(told(text)).toEqual([]);
});

test('every date stands in its text, in order and apart', () => {
  for (const text of sentences) {
    let last = 0;
    for (const { text: printed, start, end } of dates(text, YEAR)) {
      expect(text.slice(start, end)).toBe(printed);
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
  }
});
