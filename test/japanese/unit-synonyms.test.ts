import { expect, it } from 'vitest';
import { isSameUnit } from '../../parsers/japanese/unit-synonyms.ts';

it.each([
  ['か所', '箇所'],
  ['ヶ所', 'カ所'],
  ['％', 'パーセント'],
  ['人', '名'],
  ['ｔ', '㌧'],
  ['㌶', 'ha'],
  ['件', '件'],
])('%s and %s are one unit', (a, b) => {
  expect(isSameUnit(a, b)).toBe(true);
});

it.each([
  ['人', '千人'],
  ['名', '人日'],
  ['円', '百万円'],
  ['%', '%ポイント'],
  ['件', '回'],
])('%s and %s are two', (a, b) => {
  expect(isSameUnit(a, b)).toBe(false);
});
