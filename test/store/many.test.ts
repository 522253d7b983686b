import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { Row, Rows } from '../../lambdas/ports/records.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import { BACKENDS, type Backend, openBackend } from '../adapters/backends.ts';
import { makeRecord, makeSheet, type Said } from './make-record.ts';

const SHEET = makeSheet().id;

/** `SHISAKU_TEST_MANY=3000 npx vitest run test/store/many.test.ts` shows what is promised. */
const COUNTS = {
  sqlite: { keys: 330, documents: 330 },
  dynamodb: { keys: 24, documents: 120 },
  endpoint: { keys: 24, documents: 120 },
} as const;

/** A key remembers a hundred puts: only after the first third of so many there is no more to remember. */
const LEAST_FOR_GROWTH = 300;

const asText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? ' '.repeat(value.length) : value;

type Moved = Readonly<Record<string, number>>;

/** The same rows, with the number of characters that went in and out of them, by the kind of partition. */
function counting<T extends Rows>(rows: T): { rows: T; moved: () => Moved } {
  const characters: Record<string, number> = {};
  const count = <V>(value: V): V => {
    for (const one of [value].flat(2)) {
      const kind = /^[A-Z]+/.exec((one as Partial<Row> | undefined)?.pk ?? '')?.[0] ?? 'other';
      characters[kind] = (characters[kind] ?? 0) + (JSON.stringify(one, asText)?.length ?? 0);
    }
    return value;
  };
  async function* each(values: AsyncIterable<unknown>) {
    for await (const value of values) yield count(value);
  }
  const watched = new Proxy(rows, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(method, target, count(args));
        if (answer instanceof Promise) return answer.then(count);
        const many = typeof answer === 'object' && answer && Symbol.asyncIterator in answer;
        return many ? each(answer as AsyncIterable<unknown>) : answer;
      };
    },
  });
  return { rows: watched, moved: () => ({ ...characters }) };
}

describe.each(BACKENDS)('%s', (name) => {
  const said = Number(process.env['SHISAKU_TEST_MANY'] ?? 0);
  const KEYS = said || COUNTS[name].keys;
  const DOCUMENTS = said || COUNTS[name].documents;
  let backend: Backend;
  let store: Store;
  let moved: () => Moved;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    const { rows, search } = await backend.open();
    const counted = counting(rows);
    moved = counted.moved;
    store = openStore(counted.rows, search(rows));
  });

  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  /** The n-th upload: this content under this key, which says the sheet of this number so. */
  async function upload(
    store: Store,
    n: number,
    key: string,
    content: string,
    said: Said = {},
  ): Promise<void> {
    const id = sha256(content);
    const time = new Date(Date.UTC(2014, 6, 1) + n * 1000).toISOString();
    const at = { sequencer: padSequencer(n.toString(16).padStart(16, '0')), eTag: id, time };
    const document = await store.receive(key, at, { id, sha256: id, bytes: 1 });
    const begun = document && (await store.begin(document));
    if (!begun) throw new Error(`${key} was not received`);
    if (!begun.reading) await store.record(begun, makeRecord(id, 1, [said]), '1');
    await store.claim(key, { ...at, state: 'read', documentId: id });
    await store.settle(key, id);
    await store.finish(begun);
  }

  const total = (all: Moved) => Object.values(all).reduce((sum, one) => sum + one, 0);

  /** Where there is enough of it: of no kind of rows more goes in and out in the last third of the work than in the one before. */
  async function isLinear(
    what: string,
    count: number,
    work: (n: number) => Promise<void>,
  ): Promise<void> {
    const third = async (from: number) => {
      const [start, before] = [performance.now(), moved()];
      for (let n = from; n < from + count / 3; n++) await work(n);
      const after = moved();
      const ms = ((performance.now() - start) / (count / 3)).toFixed(1);
      const each = Math.round((total(after) - total(before)) / (count / 3));
      console.log(`${what}, ${from} to ${from + count / 3}: ${each} characters, ${ms} ms each`);
      return Object.entries(after).map(([kind, one]) => [kind, one - (before[kind] ?? 0)] as const);
    };
    await third(0);
    const earlier = Object.fromEntries(await third(count / 3));
    const last = await third((2 * count) / 3);
    if (count < LEAST_FOR_GROWTH) return;
    for (const [kind, later] of last) {
      expect(later, `${what}: ${kind}`).toBeLessThanOrEqual(1.4 * (earlier[kind] ?? 0));
    }
  }

  async function documentsUnder(store: Store, key: string): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.documents({ key }, { limit: 200, after });
      found.push(...page.items.map(({ sha256 }) => sha256 ?? ''));
      if (page.next === null) return found;
      after = page.next;
    }
  }

  test(`one document under ${KEYS} keys of 1,000 bytes, then removed from all but one`, async () => {
    const keyOf = (n: number) => `${'あ'.repeat(330)}${String(n).padStart(6, '0')}.pdf`;
    await isLinear('uploads under keys of their own', KEYS, (n) =>
      upload(store, n + 1, keyOf(n), 'same'),
    );
    const document = await store.document(sha256('same'));
    expect(document?.status).toBe('SUCCEEDED');
    expect(document?.keys).toEqual(Array.from({ length: KEYS }, (_, n) => keyOf(n)));
    expect(document?.standings.every(({ state }) => state === 'live')).toBe(true);

    await isLinear('removals', KEYS, async (n) => {
      if (n === KEYS - 1) return;
      await store.remove(keyOf(n), padSequencer('f'));
      await store.settle(keyOf(n));
    });
    expect((await store.document(sha256('same')))?.keys).toEqual([keyOf(KEYS - 1)]);
    expect(await store.pdf(SHEET)).toBe(keyOf(KEYS - 1));
  }, 900_000);

  const WORDS = [
    ['the same', 1, () => ({})],
    ['something else', DOCUMENTS, (n: number) => ({ title: `第${n}版` })],
  ] as const;
  test.each(WORDS.slice(0, name === 'sqlite' ? 2 : 1))(
    `${DOCUMENTS} documents of one sheet under one key that say %s, then the key is removed`,
    async (_, count, said) => {
      await isLinear('uploads under one key', DOCUMENTS, (n) =>
        upload(store, n + 1, 'a.pdf', `${n}`, said(n)),
      );
      const all = Array.from({ length: DOCUMENTS }, (_, n) => sha256(`${n}`));
      expect(await documentsUnder(store, 'a.pdf')).toEqual(all.toReversed());
      const revisions = await store.revisions(SHEET);
      expect(revisions.flatMap(({ documents }) => documents).toSorted()).toEqual(all.toSorted());
      expect(revisions).toHaveLength(count);
      expect(await store.document(all[0] ?? '')).toMatchObject({ standings: [{ state: 'past' }] });
      expect(await store.document(all.at(-1) ?? '')).toMatchObject({
        standings: [{ state: 'live' }],
      });

      const few = DOCUMENTS / 2;
      for (let n = 0; n < few; n++) {
        await upload(store, n + 1, 'b.pdf', `b${n}`, { ...said(n), number: '9' });
      }
      const removed = async (key: string, count: number) => {
        const before = total(moved());
        await store.remove(key, padSequencer('f'));
        await store.settle(key);
        const each = Math.round((total(moved()) - before) / count);
        console.log(`a key of ${count} documents removed: ${each} characters a document`);
        return each;
      };
      const [ofFew, ofAll] = [await removed('b.pdf', few), await removed('a.pdf', DOCUMENTS)];
      expect(ofAll / ofFew).toBeLessThan(1.6);
      expect(await documentsUnder(store, 'a.pdf')).toEqual([]);
      expect(await store.sheet(SHEET)).toBeUndefined();
      expect(await store.document(all[0] ?? '')).toBeUndefined();
    },
    900_000,
  );
});
