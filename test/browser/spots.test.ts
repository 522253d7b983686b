import { expect, it } from 'vitest';
import { aroundAll, elementAt, placeInHash, spotHash, spotsOf } from '../../web/browser/spots.ts';

const element = (at: string, more?: string) => ({ dataset: { at, more } }) as never;

it('an element tells all its places', () => {
  expect(spotsOf(element('1 10 20 30.5 40', '2 1 2 3 4'))).toEqual([
    { page: 1, box: [10, 20, 30.5, 40] },
    { page: 2, box: [1, 2, 3, 4] },
  ]);
  expect(spotsOf(element('nonsense'))).toEqual([]);
});

it.each([
  ['#p3', { page: 3, spot: undefined }],
  ['#p3-1.5-2-30-4', { page: 3, spot: { page: 3, box: [1.5, 2, 30, 4] } }],
  ['#p3--1.5-2-30-4', { page: 3, spot: { page: 3, box: [-1.5, 2, 30, 4] } }],
  ['#indicator-1', undefined],
  ['', undefined],
] as [string, ReturnType<typeof placeInHash>][])(
  'the address %s leads to its place',
  (hash, place) => {
    expect(placeInHash(hash)).toEqual(place);
    if (place?.spot) expect(spotHash(place.spot)).toBe(hash);
  },
);

it('of what is under a point, the smallest is meant', () => {
  const [cell, row] = [element('1 10 10 20 20'), element('1 0 0 100 30')];
  expect(elementAt([row, cell], 1, 15, 15)?.element).toBe(cell);
  expect(elementAt([row, cell], 1, 50, 15)?.element).toBe(row);
  expect(elementAt([row, cell], 2, 15, 15)).toBeUndefined();
});

it('one box is around all places of a page', () => {
  const places = [...spotsOf(element('1 10 20 30 40', '1 5 25 20 50;2 0 0 1 1'))];
  expect(aroundAll(places)).toEqual({ page: 1, box: [5, 20, 30, 50] });
  expect(aroundAll([])).toBeUndefined();
});
