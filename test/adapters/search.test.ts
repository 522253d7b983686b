import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchFilters } from '../../lambdas/store/find-hits.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';
import { questions } from '../search/queries.ts';
import { BACKENDS, type Backend, openBackend } from './backends.ts';

const COUNT = 30;
const FILTERS: readonly Omit<SearchFilters, 'q'>[] = [
  {},
  { fiscalYear: 2014 },
  { publisher: 'shiomi', program: 'shisaku' },
  { department: '教育委員会生涯学習課' },
  { phase: 'improvement' },
];
/** Of one character, of none that is a word, of stretches that begin within words, of several words that are everywhere. */
const OTHERS = [
  '水',
  '年度',
  '協議会の',
  '"を実施しま"',
  '事業 目標 県',
  '2014',
  '業の推',
  '😀',
  'a',
];

/** What every adapter of the search port keeps: the same answers in the same order with the same scores. */
describe('search', () => {
  const stores: Store[] = [];
  const backends: Backend[] = [];
  let sheets: SheetRecord[];
  beforeAll(async () => {
    sheets = await searchCorpus(COUNT);
    for (const name of BACKENDS) {
      const backend = await openBackend(name);
      backends.push(backend);
      const { rows, search } = await backend.open();
      const store = openStore(rows, search(rows));
      stores.push(store);
      for (const sheet of sheets) await publish(store, sheet);
      const [first, second, third] = sheets;
      if (!first || !second || !third) throw new Error('the corpus is empty');
      // A sheet that was revised, one that went, and one that came back.
      await publish(store, { ...first, title: '改めた題の遊水地' }, `${first.id}.pdf`, 2);
      for (const { id } of [second, third]) {
        await store.remove(`${id}.pdf`, 'F'.padEnd(64, '0'));
        await store.settle(`${id}.pdf`);
      }
      await publish(store, third, 'again.pdf', 3);
    }
  }, 300_000);
  afterAll(async () => {
    for (const backend of backends) await backend.close();
  });

  const whole = async (store: Store, filters: Parameters<Store['search']>[0], limit: number) => {
    const found = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await store.search(filters, { limit, after });
      // Each store was filled at its own time.
      for (const { sheet, ...hit } of items) {
        const { updatedAt: _, ...summary } = sheet;
        found.push({ ...hit, sheet: summary });
      }
      if (next === null) return found;
      after = next;
    }
  };

  test.for(FILTERS)('answers are the same with %o', { timeout: 300_000 }, async (filters) => {
    let hits = 0;
    for (const q of [...questions.map((one) => one.q), ...OTHERS]) {
      const [expected, ...others] = await Promise.all(
        stores.map((store) => whole(store, { q, ...filters }, 20).catch(String)),
      );
      hits += expected?.length ?? 0;
      for (const answer of others) expect(answer, q).toEqual(expected);
    }
    expect(hits).toBeGreaterThan(0);
  });

  test('pages of any size are one list', async () => {
    for (const store of stores) {
      const all = await whole(store, { q: '事業' }, 200);
      expect(all.length).toBeGreaterThan(2 * 7);
      expect(await whole(store, { q: '事業' }, 7)).toEqual(all);
    }
  });

  const found = async (store: Store, { title }: Pick<SheetRecord, 'title'>) =>
    new Set((await whole(store, { q: `"${title}"` }, 50)).map(({ sheet }) => sheet.id));

  test('what is withdrawn is found no more, what was revised as it is now', async () => {
    const [first, second, third] = sheets;
    if (!first || !second || !third) throw new Error('the corpus is empty');
    for (const store of stores) {
      expect(await found(store, second)).not.toContain(second.id);
      expect(await found(store, third)).toContain(third.id);
      expect(await found(store, { title: '改めた題の遊水地' })).toEqual(new Set([first.id]));
    }
  });

  test('an index that is opened over what others write finds it too, and no longer what they remove', async () => {
    const backend = await openBackend('sqlite');
    const { rows, search } = await backend.open();
    const [writer, reader] = [search(rows), search(rows)].map((index) => openStore(rows, index));
    if (!writer || !reader) throw new Error('no stores');
    for (const sheet of sheets.slice(0, 3)) {
      expect(await found(reader, sheet)).not.toContain(sheet.id);
      await publish(writer, sheet);
      expect(await found(reader, sheet)).toContain(sheet.id);
    }
    for (const sheet of sheets.slice(0, 3)) {
      await writer.remove(`${sheet.id}.pdf`, 'F'.padEnd(64, '0'));
      await writer.settle(`${sheet.id}.pdf`);
      expect(await found(reader, sheet)).not.toContain(sheet.id);
    }
    await backend.close();
  });
});
