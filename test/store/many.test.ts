import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { Rows } from '../../lambdas/ports/records.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import { BACKENDS, type Backend, openBackend } from '../adapters/backends.ts';
import { makeRecord, makeSheet } from './make-record.ts';

const SHEET = makeSheet().id;

/** `SHISAKU_TEST_MANY=3000 npx vitest run test/store/many.test.ts` shows what is promised. */
const COUNTS = { sqlite: 200, dynamodb: 40, endpoint: 100 } as const;

/** The same rows, with the number of characters that went in and out of them. */
function counting<T extends Rows>(rows: T): { rows: T; moved: () => number } {
  let characters = 0;
  const count = <V>(value: V): V => {
    characters += JSON.stringify(value)?.length ?? 0;
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

  /** The n-th upload: this content under this key. */
  async function upload(store: Store, n: number, key: string, content: string): Promise<void> {
    const id = sha256(content);
    const time = new Date(Date.UTC(2014, 6, 1) + n * 1000).toISOString();
    const at = { sequencer: padSequencer(n.toString(16).padStart(16, '0')), eTag: id, time };
    const document = await store.receive(key, at, { id, sha256: id, bytes: 1 });
    const begun = document && (await store.begin(document));
    if (!begun) throw new Error(`${key} was not received`);
    if (!begun.reading) await store.record(begun, makeRecord(id, 1, [{}]), '1');
    await store.claim(key, { ...at, state: 'read', documentId: id });
    await store.settle(key, id);
    await store.finish(begun);
  }

  /** What goes to the rows and comes from them, in the first and in the second half of the work: characters of JSON. */
  async function halves(work: (n: number) => Promise<void>): Promise<[number, number]> {
    const half = async (from: number) => {
      const [start, before] = [performance.now(), moved()];
      for (let n = from; n < from + MANY / 2; n++) await work(n);
      console.log(`${MANY / 2} of ${MANY}: ${(performance.now() - start).toFixed(0)} ms`);
      return moved() - before;
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
    const [first, second] = await halves((n) => upload(store, n + 1, keyOf(n), 'same'));
    expect(second / first).toBeLessThan(2);
    const document = await store.document(sha256('same'));
    expect(document?.status).toBe('SUCCEEDED');
    expect(document?.keys).toEqual(Array.from({ length: MANY }, (_, n) => keyOf(n)));
    expect(document?.standings.every(({ state }) => state === 'live')).toBe(true);

    for (let n = 0; n < MANY - 1; n++) {
      await store.remove(keyOf(n), padSequencer('f'));
      await store.settle(keyOf(n));
    }
    expect((await store.document(sha256('same')))?.keys).toEqual([keyOf(MANY - 1)]);
    expect(await store.pdf(SHEET)).toBe(keyOf(MANY - 1));
  }, 900_000);

  test(`${MANY} documents of one sheet under one key, then the key is removed`, async () => {
    await halves((n) => upload(store, n + 1, 'a.pdf', `${n}`));
    const all = Array.from({ length: MANY }, (_, n) => sha256(`${n}`));
    expect(await documentsUnder(store, 'a.pdf')).toEqual(all.toReversed());
    const [revision, ...others] = await store.revisions(SHEET);
    expect(others).toEqual([]);
    expect(revision?.documents.toSorted()).toEqual(all.toSorted());
    expect(await store.document(all[0] ?? '')).toMatchObject({ standings: [{ state: 'past' }] });
    expect(await store.document(all.at(-1) ?? '')).toMatchObject({
      standings: [{ state: 'live' }],
    });

    await store.remove('a.pdf', padSequencer('f'));
    await store.settle('a.pdf');
    expect(await documentsUnder(store, 'a.pdf')).toEqual([]);
    expect(await store.sheet(SHEET)).toBeUndefined();
    expect(await store.document(all[0] ?? '')).toBeUndefined();
  }, 900_000);
});
