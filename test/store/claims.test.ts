import { expect, test } from 'vitest';
import {
  type KeyState,
  NO_CLAIMS,
  padSequencer,
  standing,
  tidied,
  tidiedOwn,
  withClaim,
  withRemoval,
} from '../../lambdas/domain/claims.ts';

const read = (n: number, documentId: string) => (state: KeyState) =>
  withClaim(state, {
    sequencer: padSequencer(`0${n}`),
    eTag: `etag-${documentId}`,
    time: `2014-07-01T0${n}:00:00Z`,
    state: 'read',
    documentId,
  });
const inState =
  (n: number, documentId: string | null, as: 'pending' | 'lost') => (state: KeyState) =>
    withClaim(state, {
      sequencer: padSequencer(`0${n}`),
      eTag: `etag-${documentId}`,
      time: `2014-07-01T0${n}:00:00Z`,
      state: as,
      documentId,
    });
const removed = (n: number) => (state: KeyState) => withRemoval(state, padSequencer(`0${n}`));
const after = (...steps: ((state: KeyState) => KeyState)[]) =>
  steps.reduce((state, step) => step(state), NO_CLAIMS);

test('a shorter sequencer is padded on the right', () => {
  expect(padSequencer('0a') < padSequencer('0A1')).toBe(true);
  expect(padSequencer('0A') === padSequencer('0a00')).toBe(true);
  expect(padSequencer('0A1') < padSequencer('0B')).toBe(true);
});

test('what a key says does not depend on the order in which it was told', () => {
  const steps = [read(1, 'a'), removed(2), read(3, 'b'), inState(4, 'c', 'pending'), read(4, 'c')];
  const expected = tidied(after(...steps));
  for (const order of permutations(steps)) {
    expect(tidied(after(...order, ...order))).toEqual(expected);
  }
});

test('the last object is live, overwritten ones are past, withdrawn ones are nothing', () => {
  const state = after(read(1, 'a'), removed(2), read(3, 'b'), read(4, 'c'));
  expect(standing(state, 'a')).toBeUndefined();
  expect(standing(state, 'b')).toEqual({ state: 'past', since: '2014-07-01T03:00:00Z' });
  expect(standing(state, 'c')).toEqual({ state: 'live', since: '2014-07-01T04:00:00Z' });
  expect(tidied(state).claims.map(({ documentId }) => documentId)).toEqual(['b', 'c']);
});

test('what is not read yet takes nobody’s place', () => {
  const state = after(read(1, 'a'), inState(2, 'b', 'pending'), inState(3, 'c', 'lost'));
  expect(standing(state, 'a')?.state).toBe('live');
  expect(standing(state, 'b')?.state).toBe('pending');
  expect(standing(state, 'c')).toBeUndefined();
});

test('the same bytes put again keep their time; put back after others they take a new one', () => {
  expect(standing(after(read(1, 'a'), read(2, 'a')), 'a')?.since).toBe('2014-07-01T01:00:00Z');
  const back = after(read(1, 'a'), read(2, 'b'), read(3, 'a'), read(4, 'a'));
  expect(standing(back, 'a')?.since).toBe('2014-07-01T03:00:00Z');
});

test('of many puts those stay that tell since when the last one holds; each document knows its own', () => {
  const put = (n: number, documentId: string) => (state: KeyState) =>
    withClaim(state, {
      sequencer: padSequencer(`0${String(n).padStart(4, '0')}`),
      eTag: `etag-${documentId}`,
      time: new Date(n * 3_600_000).toISOString(),
      state: 'read',
      documentId,
    });
  const hours = Array.from({ length: 2000 }, (_, n) => n);
  const state = after(...hours.map((n) => put(n, n === 700 ? 'b' : 'a')));
  const tidy = tidied(state);
  expect(tidy.claims.length).toBeLessThan(110);
  for (const id of ['a', 'b']) {
    const own = tidiedOwn(
      state.claims.filter(({ documentId }) => documentId === id),
      '',
    );
    expect(own.length).toBeLessThanOrEqual(100);
    expect(standing(tidy, id, own)).toEqual(standing(state, id));
  }
  const few = after(...hours.slice(0, 100).map((n) => put(n, 'a')));
  expect(tidied(few)).toEqual(few);
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, n) => permutations(all.toSpliced(n, 1)).map((rest) => [one, ...rest]));
}
