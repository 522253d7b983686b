import { expect, it } from 'vitest';
import { yenPer } from '../../../parsers/japanese/figures.ts';

it.each([
  ['百万円', 1e6],
  ['千円', 1e3],
  ['億円', 1e8],
  ['人', null],
  [null, null],
])('one %s is %s yen', (unit, yen) => {
  expect(yenPer(unit)).toBe(yen);
});
