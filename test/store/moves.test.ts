import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openLocalStore } from '../../lambdas/adapters/sqlite/connect.ts';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-moves-'));
const file = join(folder, 'records.db');
const local = openLocalStore(file);
const { store } = local;
afterAll(() => {
  local.close();
  rmSync(folder, { recursive: true });
});

const samples = await searchCorpus(0);
const before = samples.find(({ id }) => id === 'shiomi-2012-kinkyu-2') as SheetRecord;
/** The same, moved to another programme. */
const moved = {
  ...before,
  ...{ id: 'shiomi-2014-kyoso-5', fiscalYear: 2014, program: 'kyoso', number: '5' },
};

const seriesIn = async (sheet: string) => {
  const { items } = await store.observations({ sheet }, { limit: 200, after: undefined });
  return new Set(items.flatMap(({ series }) => series ?? []));
};

test('the series of a figure is that of what is stored now, asked before or not', async () => {
  await publish(store, moved);
  const alone = await seriesIn(moved.id);
  expect(alone.size).toBeGreaterThan(0);

  const key = `${before.id}.pdf`;
  await publish(store, before, key);
  const joined = await seriesIn(moved.id);
  expect(joined).not.toEqual(alone);
  expect(joined).toEqual(await seriesIn(before.id));
  const moves = await store.allMoves();
  expect(new Set([...alone].map((thread) => moves.get(thread) ?? thread))).toEqual(joined);

  await store.remove(key, padSequencer('09'));
  await store.settle(key);
  expect(await seriesIn(moved.id)).toEqual(alone);
});

test('a list narrowed by a grade is read by its own index', () => {
  const database = new DatabaseSync(file);
  const plan = database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT * FROM rows WHERE listPk = 'SHEET#1' AND body ->> '$.grade' = 'A' ORDER BY listSk",
    )
    .all();
  expect(plan).toEqual([
    expect.objectContaining({ detail: expect.stringContaining('list_grade') }),
  ]);
  database.close();
});
