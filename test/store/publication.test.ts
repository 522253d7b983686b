import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { saysOf } from '../../lambdas/domain/content-hash.ts';
import { publish, type Source } from '../../lambdas/domain/publication.ts';
import { latest, packSources, sourcesIn } from '../../lambdas/store/history.ts';
import { makeSheet } from './make-record.ts';

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

test('a head has room for thousands of documents that all say something else; the latest count', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const many = Array.from({ length: 4_000 }, (_, n): Source => {
    const documentId = sha256(`document ${n}`);
    const body = `${documentId}#${randomUUID()}#3.0123abcd`;
    const time = new Date(Date.UTC(2014, 0, 1) + n * 1000).toISOString();
    return { documentId, body, says: sha256(`${n}`), time, live: n === 3_999 };
  });
  const packed = packSources(latest(many.toReversed()));
  expect(packed.length).toBeLessThan(390_000);
  expect(sourcesIn({ sources: packed })).toEqual(many.slice(-3_500));
});

test('places and field order say nothing, everything else does', () => {
  const sheet = makeSheet();
  const { id, ...rest } = makeSheet({ page: 9 });
  expect(saysOf({ ...rest, id })).toBe(saysOf(sheet));
  expect(saysOf(makeSheet({ grade: 'C' }))).not.toBe(saysOf(sheet));
  expect(saysOf({ ...sheet, warnings: [] })).not.toBe(saysOf(sheet));
});
