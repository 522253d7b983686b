import { describe, expect, it } from 'vitest';
import { figure, parenthesized, yenPer } from '../../parsers/japanese/figures.ts';

const none = { value: null, unit: null };

describe('a table cell', () => {
  it.each([
    ['1,234件', { value: 1234, unit: '件', status: 'reported' }],
    ['１２．３％', { value: 12.3, unit: '％', status: 'reported' }],
    ['△1.5', { value: -1.5, unit: null, status: 'reported' }],
    ['▲3', { value: -3, unit: null, status: 'reported' }],
    ['－3.2%', { value: -3.2, unit: '%', status: 'reported' }],
    ['約150', { value: 150, unit: null, status: 'reported', qualifier: '約' }],
    ['40社以上', { value: 40, unit: '社', status: 'reported', qualifier: '以上' }],
    ['85人以下', { value: 85, unit: '人', status: 'reported', qualifier: '以下' }],
    ['延べ1,200人', { value: 1200, unit: '人', status: 'reported', qualifier: '延べ' }],
    ['35社（30社）', { value: 35, unit: '社', status: 'reported' }],
    ['（30社）35社', { value: 35, unit: '社', status: 'reported' }],
    ['98人（暫定値）', { value: 98, unit: '人', status: 'reported' }],
    ['12.3億円', { value: 12.3, unit: '億円', status: 'reported' }],
    ['90%（暫定値）', { value: 90, unit: '%', status: 'reported' }],
    ['52件※1', { value: 52, unit: '件', status: 'reported' }],
    ['0', { value: 0, unit: null, status: 'reported' }],
    ['３か所', { value: 3, unit: 'か所', status: 'reported' }],
    ['調査中', { ...none, status: 'pending' }],
    ['集計中', { ...none, status: 'pending' }],
    ['（調査中）', { ...none, status: 'pending' }],
    ['未確定', { ...none, status: 'pending' }],
    ['調査中（8月公表）', { ...none, status: 'pending' }],
    ['—', { ...none, status: 'not-applicable' }],
    ['－', { ...none, status: 'not-applicable' }],
    ['‐', { ...none, status: 'not-applicable' }],
    ['4年間で40社以上が新たに参加→', { ...none, status: 'narrative' }],
    ['制度の見直しに着手', { ...none, status: 'narrative' }],
    ['→', { ...none, status: 'narrative' }],
    ['10～15件', { ...none, status: 'unread' }],
    ['1,2,3', { ...none, status: 'unread' }],
    ['?', { ...none, status: 'unread' }],
  ])('%s', (text, expected) => {
    expect(figure(text)).toEqual(expected);
  });

  it('says nothing when it is blank', () => {
    expect(figure(' 　')).toBeNull();
  });
});

it('a head count stands in parentheses as a whole', () => {
  expect(parenthesized('（26人）')).toEqual({ value: 26, unit: '人', status: 'reported' });
  expect(parenthesized('26人')).toEqual({ value: 26, unit: '人', status: 'reported' });
});

it.each([
  ['百万円', 1e6],
  ['千円', 1e3],
  ['億円', 1e8],
  ['人', null],
  [null, null],
])('one %s is %s yen', (unit, yen) => {
  expect(yenPer(unit)).toBe(yen);
});
