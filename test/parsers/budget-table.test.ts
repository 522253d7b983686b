import { describe, expect, it } from 'vitest';
import { readDrawn } from './read-table.ts';

describe('a budget table', () => {
  it('with a unit in the name of a line', () => {
    const { budget, codes } = readDrawn([
      '項目 | 24年度 | 25年度',
      '予算額等（千円） | 1,200 | 1,300',
    ]);
    expect(budget).toMatchObject([{ name: '予算額等', unit: '千円' }]);
    expect(budget[0]?.amounts.map(({ yen }) => yen)).toEqual([1_200_000, 1_300_000]);
    expect(codes).toEqual([]);
  });

  it('with the years down the side', () => {
    const { budget, codes } = readDrawn([
      '年度 | 予算額等 | 概算人件費',
      '24年度 | 1,200 | 300',
      '25年度 | 1,300 | 310',
    ]);
    const said = budget.map(({ amounts }) => amounts.map((a) => `${a.fiscalYear} ${a.text}`));
    expect(said).toEqual([
      ['2012 1,200', '2013 1,300'],
      ['2012 300', '2013 310'],
    ]);
    expect(codes).toEqual([]);
  });

  it('with two amounts of one kind in a year', () => {
    const { budget, codes } = readDrawn([
      '項目 | 24年度決算 | 25年度当初予算 | 25年度最終予算',
      '予算額等 | 1 | 2 | 3',
    ]);
    expect(budget[0]?.amounts.map(({ type }) => type)).toEqual(['settlement', 'budget', 'budget']);
    expect(codes).toEqual(['two-values']);
  });

  it('with the years of 決算 and 予算, and a line that nobody asked for', () => {
    const { budget, codes, leftovers } = readDrawn([
      '（単位：百万円） | 24決算 | 25予算 | ',
      '予算額等 | 1,200 | 1,300 | 5',
      '基金残高 | 7 | 8 | ',
    ]);
    expect(budget).toMatchObject([
      {
        name: '予算額等',
        unit: '百万円',
        amounts: [
          { fiscalYear: 2012, value: 1200, yen: 1_200_000_000 },
          { fiscalYear: 2013, value: 1300 },
        ],
      },
    ]);
    expect(codes).toEqual(['no-fiscal-year', 'unread-table']);
    expect(leftovers).toEqual(['5', '基金残高', '7', '8']);
  });
});
