import { expect, test } from 'vitest';
import { csvLines } from '../../lambdas/query/tables/csv.ts';

const cell = (value: string | number | null): string => csvLines([[value, 'x']]);

test.for([
  ['=HYPERLINK("http://example.com","押す")', `"'=HYPERLINK(""http://example.com"",""押す"")"`],
  ['+81-59-224', "'+81-59-224"],
  ['-2+3', "'-2+3"],
  ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t=1"],
  ['＝1+1', "'＝1+1"],
  ['－1+1', "'－1+1"],
] as const)('%s cannot run', ([text, written]) => {
  expect(cell(text)).toBe(`${written},x\r\n`);
});

test.for(['－', '-', '-5', '-1,234.5', '+5%', '△5', '5-3', '企業', '1=1'] as const)(
  '%s stays as it is',
  (text) => {
    expect(cell(text).replaceAll('"', '')).toBe(`${text},x\r\n`);
  },
);

test.for([
  [-5.5, '-5.5'],
  [null, ''],
  ['', ''],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
] as const)('%s is written %s', ([value, written]) => {
  expect(cell(value)).toBe(`${written},x\r\n`);
});
