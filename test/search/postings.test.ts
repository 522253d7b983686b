import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from '../../lambdas/adapters/dynamodb/search/collection.ts';
import { postingSk } from '../../lambdas/adapters/dynamodb/search/index-rows.ts';
import { decodePostings, encodePostings } from '../../lambdas/domain/search/postings.ts';
import { FIELDS, KINDS } from '../../lambdas/domain/search/units.ts';

const occurrence = fc.record({
  unit: fc.nat(5000),
  kind: fc.constantFrom(...KINDS),
  phase: fc.constantFrom(null, 'overview', 'result', 'improvement'),
  field: fc.constantFrom(...FIELDS),
  length: fc.nat(10_000),
  places: fc.uniqueArray(fc.nat(10_000)).map((places) => places.sort((a, b) => a - b)),
});

test('what is packed into a posting comes out again', () => {
  fc.assert(
    fc.property(fc.array(occurrence), (all) => {
      expect(decodePostings(encodePostings(all))).toEqual(all);
    }),
  );
});

test('the first rows of a partition tell how many there are', () => {
  const all = Array.from({ length: 50_000 }, (_, n) => ({
    sk: postingSk(`shiomi-2013-${n}`, 'x'),
  }));
  const first = all.toSorted((a, b) => (a.sk < b.sk ? -1 : 1)).slice(0, 400);
  expect(estimate({ found: first, more: true }) / all.length).toBeCloseTo(1, 0.7);
  expect(estimate({ found: first, more: false })).toBe(400);
});
