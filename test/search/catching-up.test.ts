import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStore, openLocalStore } from '../../lambdas/adapters/sqlite/connect.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchCorpus } from './corpus.ts';
import { publish } from './library.ts';

const COUNT = 25;
const TITLE = '業の推移を実施した事業';

let questions: string[];
let dir: string;
let sheets: SheetRecord[];
let writing: LocalStore;
let asking: LocalStore;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-catching-up-'));
  sheets = await searchCorpus(COUNT);
  // A word, and stretches that begin within words.
  const names = sheets.flatMap(({ indicators }) => indicators.map(({ name }) => name));
  const stretches = names.filter(({ length }) => length > 6).map((name) => name.slice(1, 5));
  questions = ['事業', TITLE.slice(0, 3), ...stretches.slice(0, 4)];
  writing = openLocalStore(join(dir, 'store.sqlite'));
  asking = openLocalStore(join(dir, 'store.sqlite'));
  for (const sheet of sheets) await publish(writing.store, sheet);
}, 120_000);
afterAll(async () => {
  writing.close();
  asking.close();
  await rm(dir, { recursive: true, force: true });
});

const answers = async ({ store }: LocalStore) =>
  Promise.all(questions.map((q) => store.search({ q }, { limit: 50, after: undefined })));

/** What a store that reads the file for the first time answers. */
async function anew() {
  const fresh = openLocalStore(join(dir, 'store.sqlite'));
  try {
    return await answers(fresh);
  } finally {
    fresh.close();
  }
}

const withdraw = async ({ store }: LocalStore, { id }: SheetRecord) => {
  await store.remove(`${id}.pdf`, 'F'.padEnd(64, '0'));
  await store.settle(`${id}.pdf`);
};

test('who is asked while it catches up answers with all that is there', async () => {
  const caughtUp = asking.catchUp();
  const first = await answers(asking);
  expect(first).toEqual(await anew());
  expect(first.slice(2).every(({ items }) => items.length > 0)).toBe(true);
  expect(first[1]?.items).toEqual([]);
  await caughtUp;
  expect(await answers(asking)).toEqual(first);
});

test('what is written and withdrawn later counts as if it were read for the first time', async () => {
  const [gone, revised] = sheets;
  if (!gone || !revised) throw new Error('the corpus is empty');
  const caughtUp = asking.catchUp();
  await withdraw(writing, gone);
  await publish(writing.store, { ...revised, title: TITLE }, `${revised.id}.pdf`, 2);
  await caughtUp;
  await asking.catchUp();
  const then = await answers(asking);
  expect(then).toEqual(await anew());
  const said = then.flatMap(({ items }) => items.map(({ sheet }) => sheet.id));
  expect(said).not.toContain(gone.id);
  expect(then[1]?.items.map(({ text }) => text)).toContain(TITLE);
});
