import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { saysOf } from '../../lambdas/domain/content-hash.ts';
import { type KeptSources, keepAll, withOwn } from '../../lambdas/domain/kept-sources.ts';
import {
  byTime,
  type Publication,
  publish,
  type Source,
} from '../../lambdas/domain/publication.ts';
import { keptIn, packKept } from '../../lambdas/store/history.ts';
import { randomFrom } from '../faults/random.ts';
import { makeSheet } from './make-record.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const source = (minute: number, says: string, live = true): Source => ({
  documentId: `d${minute}`,
  body: `d${minute}#e#1`,
  says: says.repeat(64).slice(0, 64),
  time: `2014-07-01T09:0${minute}:00Z`,
  live,
});
const ids = (sources: Source[]) => publish(sources).history.map(({ id }) => id);

test('the live document with the greatest time is current, in whatever order they come', () => {
  const sources = [source(1, 'a'), source(2, 'b'), source(3, 'c', false)];
  const publication = publish(sources);
  expect(publication.current?.served.documentId).toBe('d2');
  expect(publication.history.map(({ served }) => served.documentId)).toEqual(['d1', 'd2', 'd3']);
  expect(publish(sources.toReversed())).toEqual(publication);
});

test('at the same time the greater hash is current', () => {
  const twins = ['d1', 'd2'].map((documentId, n) => ({ ...source(1, 'ab'[n] ?? ''), documentId }));
  expect(publish(twins).current?.served.documentId).toBe('d2');
});

test('nothing live, nothing current, but history stays', () => {
  expect(publish([source(1, 'a', false)])).toMatchObject({ current: null, history: [{}] });
  expect(publish([])).toEqual({ current: null, history: [] });
});

test('documents in a row that say the same are one revision, served from the first that is live', () => {
  const both = publish([source(1, 'a'), source(2, 'a')]);
  expect(both.history).toHaveLength(1);
  expect(both.current?.served.documentId).toBe('d1');
  const second = publish([source(1, 'a', false), source(2, 'a')]);
  expect(second.current?.served.documentId).toBe('d2');
  expect(ids([source(2, 'a')])).toEqual(ids([source(1, 'a'), source(2, 'a')]));
});

test('words that come back are a revision of their own', () => {
  expect(ids([source(1, 'a'), source(2, 'b'), source(3, 'a')])).toEqual([
    'aaaaaaaaaaaa',
    'bbbbbbbbbbbb',
    'aaaaaaaaaaaa-2',
  ]);
});

/** Of a sheet that many PDFs said, one after the other, and what is kept of them as each changes. */
function many(seed: number) {
  const random = randomFrom(seed);
  const any = (count: number) => Math.floor(random() * count);
  const all = new Map<string, Source>();
  let kept: KeptSources = { sources: [] };
  let anew = 0;
  const source = (time: number): Source => ({
    ...{ documentId: sha256(`${seed} ${all.size} ${time}`), body: `${time}`, live: any(3) === 0 },
    says: sha256('abcd'[any(4)] ?? ''),
    time: new Date(Date.UTC(2014, 0, 1) + time * 1000).toISOString(),
  });
  return {
    any,
    source,
    all: () => [...all.values()],
    kept: () => kept,
    anew: () => anew,
    /** The document says this now, or nothing any more. */
    says(documentId: string, own: Source | undefined) {
      if (own) all.set(documentId, own);
      else all.delete(documentId);
      const next = withOwn(kept, documentId, own ? [own] : []);
      if (!next) anew++;
      kept = next ?? keepAll([...all.values()]);
    },
  };
}

const shown = ({ current }: Publication) => current && { id: current.id, served: current.served };

test.each([1, 2, 3])('what is kept of many sources says what all of them say, seed %i', (seed) => {
  const sheet = many(seed);
  const check = () => {
    const { sources, earlier } = keptIn(packKept(sheet.kept()));
    expect(shown(publish(sources, earlier))).toEqual(shown(publish(sheet.all())));
  };
  for (let n = 0; n < 450; n++) {
    const next = sheet.source(n);
    sheet.says(next.documentId, next);
    check();
  }
  expect(sheet.anew()).toBe(0);
  // Withdrawn, overwritten or held anew by any key, or held since another time.
  for (let n = 0; n < 150; n++) {
    const all = sheet.all();
    const was = all[sheet.any(all.length)];
    if (!was) continue;
    const { time, live } = sheet.source(sheet.any(500));
    const own = [undefined, { ...was, live }, { ...was, time }][sheet.any(3)];
    sheet.says(was.documentId, own);
    check();
  }
  expect(sheet.anew()).toBeGreaterThan(0);
  for (const { documentId } of sheet.all().toSorted(byTime).toReversed()) {
    sheet.says(documentId, undefined);
    check();
  }
  expect(sheet.kept().sources).toEqual([]);
});

test('sources in the order of time are looked at once, and what is kept grows by a few bytes with each', () => {
  const sheet = many(4);
  const sizes = [1_000, 4_000].map((count) => {
    while (sheet.all().length < count) {
      const next = sheet.source(sheet.all().length);
      sheet.says(next.documentId, next);
    }
    const { sources, earlier } = packKept(sheet.kept());
    return sources.length + (earlier?.length ?? 0);
  });
  expect(sheet.anew()).toBe(0);
  expect(sizes[0]).toBeGreaterThan(0);
  // Of each that is no longer kept a mark stays, and the name of each revision.
  expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(3_000 * 12);
  expect(sizes[1]).toBeLessThan(60_000);
});

test('places and field order say nothing, everything else does', () => {
  const sheet = makeSheet();
  const { id, ...rest } = makeSheet({ page: 9 });
  expect(saysOf({ ...rest, id })).toBe(saysOf(sheet));
  expect(saysOf(makeSheet({ grade: 'C' }))).not.toBe(saysOf(sheet));
  expect(saysOf({ ...sheet, warnings: [] })).not.toBe(saysOf(sheet));
});
