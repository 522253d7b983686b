import { expect, it } from 'vitest';
import { type Case, fuzz, holds } from './fuzz.ts';

/** A part of what `npm run fuzz` does, the same every time. */
const COUNT = 50;

it(`${COUNT} mutants of the samples are each a valid record or a code, and none that is damaged seems whole`, async () => {
  const cases: Case[] = [];
  await fuzz(2013, Array(COUNT).keys(), (one) => cases.push(one));
  expect(cases).toHaveLength(COUNT);
  expect(
    cases
      .filter((one) => !holds(one))
      .map(({ number, seed, mutation, verdict }) => ({ number, seed, mutation, verdict })),
  ).toEqual([]);
  // The mutations do something: some damage is refused, some told beside the record.
  const kinds = new Set(cases.map(({ verdict }) => verdict.kind));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['found', 'refused', 'same']));
}, 180_000);

it('a reference that pdf.js rejects behind its own back is the document’s damage, not ours', async () => {
  const cases: Case[] = [];
  await fuzz(20261122, [9156], (one) => cases.push(one));
  expect(cases.map(({ verdict }) => verdict)).toEqual([
    expect.objectContaining({ kind: 'refused', code: 'damaged-pdf' }),
  ]);
});
