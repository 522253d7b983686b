import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { Rows } from '../../lambdas/ports/records.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import { BACKENDS, type Backend, openBackend } from '../adapters/backends.ts';
import { makeRecord, makeSheet, type Said } from './make-record.ts';

const SHEET = makeSheet().id;

/** `SHISAKU_TEST_MANY=3000 npx vitest run test/store/many.test.ts` shows what is promised. */
const COUNTS = { sqlite: 800, dynamodb: 240, endpoint: 240 } as const;

const asText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? ' '.repeat(value.length) : value;

/** The same rows, with the number of characters that went in and out of them. */
function counting<T extends Rows>(rows: T): { rows: T; moved: () => number } {
  let characters = 0;
  const count = <V>(value: V): V => {
    characters += JSON.stringify(value, asText)?.length ?? 0;
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
  return { rows: watched, moved: () => characters };
}

describe.each(BACKENDS)('%s', (name) => {
  const MANY = Number(process.env['SHISAKU_TEST_MANY'] ?? COUNTS[name]);
  let backend: Backend;
  let store: Store;
  let moved: () => number;
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

  /** What goes to the rows and comes from them, in the first and in the second half of the work: characters a piece. */
  async function halves(
    what: string,
    work: (n: number) => Promise<void>,
  ): Promise<[number, number]> {
    const half = async (from: number) => {
      const [start, before] = [performance.now(), moved()];
      for (let n = from; n < from + MANY / 2; n++) await work(n);
      const each = Math.round((moved() - before) / (MANY / 2));
      const ms = ((performance.now() - start) / (MANY / 2)).toFixed(1);
      console.log(`${what}, ${from} to ${from + MANY / 2}: ${each} characters, ${ms} ms each`);
      return each;
    };
    return [await half(0), await half(MANY / 2)];
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

  test(`one document under ${MANY} keys of 1,000 bytes, then removed from all but one`, async () => {
    const keyOf = (n: number) => `${'あ'.repeat(330)}${String(n).padStart(6, '0')}.pdf`;
    const [first, second] = await halves('uploads under keys of their own', (n) =>
      upload(store, n + 1, keyOf(n), 'same'),
    );
    expect(second / first).toBeLessThan(1.5);
    const document = await store.document(sha256('same'));
    expect(document?.status).toBe('SUCCEEDED');
    expect(document?.keys).toEqual(Array.from({ length: MANY }, (_, n) => keyOf(n)));
    expect(document?.standings.every(({ state }) => state === 'live')).toBe(true);

    const [early, late] = await halves('removals', async (n) => {
      if (n === MANY - 1) return;
      await store.remove(keyOf(n), padSequencer('f'));
      await store.settle(keyOf(n));
    });
    expect(late / early).toBeLessThan(1.5);
    expect((await store.document(sha256('same')))?.keys).toEqual([keyOf(MANY - 1)]);
    expect(await store.pdf(SHEET)).toBe(keyOf(MANY - 1));
  }, 900_000);

  test.each([
    ['the same', 1, () => ({})],
    ['something else', MANY, (n: number) => ({ title: `第${n}版` })],
  ])(
    `${MANY} documents of one sheet under one key that say %s, then the key is removed`,
    async (_, count, said) => {
      const [first, second] = await halves('uploads under one key', (n) =>
        upload(store, n + 1, 'a.pdf', `${n}`, said(n)),
      );
      expect(second / first).toBeLessThan(1.5);
      const all = Array.from({ length: MANY }, (_, n) => sha256(`${n}`));
      expect(await documentsUnder(store, 'a.pdf')).toEqual(all.toReversed());
      const revisions = await store.revisions(SHEET);
      expect(revisions.flatMap(({ documents }) => documents).toSorted()).toEqual(all.toSorted());
      expect(revisions).toHaveLength(count);
      expect(await store.document(all[0] ?? '')).toMatchObject({ standings: [{ state: 'past' }] });
      expect(await store.document(all.at(-1) ?? '')).toMatchObject({
        standings: [{ state: 'live' }],
      });

      const few = MANY / 2;
      for (let n = 0; n < few; n++) {
        await upload(store, n + 1, 'b.pdf', `b${n}`, { ...said(n), number: '9' });
      }
      const removed = async (key: string, count: number) => {
        const before = moved();
        await store.remove(key, padSequencer('f'));
        await store.settle(key);
        const each = Math.round((moved() - before) / count);
        console.log(`a key of ${count} documents removed: ${each} characters a document`);
        return each;
      };
      const [ofFew, ofAll] = [await removed('b.pdf', few), await removed('a.pdf', MANY)];
      expect(ofAll / ofFew).toBeLessThan(1.5);
      expect(await documentsUnder(store, 'a.pdf')).toEqual([]);
      expect(await store.sheet(SHEET)).toBeUndefined();
      expect(await store.document(all[0] ?? '')).toBeUndefined();
    },
    900_000,
  );
});
