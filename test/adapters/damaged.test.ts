import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../lambdas/adapters/sqlite/open.ts';
import { openRows } from '../../lambdas/adapters/sqlite/rows.ts';
import { LAST } from '../../lambdas/ports/records.ts';

const at = (n: number) => ({ pk: `P${n}`, sk: 'S' });
const RANGE = {
  index: 'list',
  partition: 'L',
  from: '',
  to: LAST,
  where: {},
  pageSize: 10,
} as const;

let dir: string;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-damaged-'));
  database = openDatabase(join(dir, 'store.sqlite'));
});
afterAll(async () => {
  database.close();
  await rm(dir, { recursive: true, force: true });
});

test('a damaged row is told each time that it is asked for, alone, beside others and in a list', async () => {
  const rows = openRows(database);
  const all = [1, 2, 3].map((n) => ({ ...at(n), listPk: 'L', listSk: `${n}`, said: `語${n}` }));
  await rows.putAll(all);
  expect(await Array.fromAsync(rows.inOrder(RANGE))).toEqual(all);
  database.exec(`UPDATE rows SET body = '{"said":"誤"}' WHERE pk = 'P2'`);
  for (let time = 0; time < 2; time++) {
    await expect(rows.get(at(2))).rejects.toThrow('P2 S is damaged');
    await expect(rows.getAll([at(1), at(2), at(3)])).rejects.toThrow('P2 S is damaged');
    await expect(Array.fromAsync(rows.inOrder(RANGE))).rejects.toThrow('P2 S is damaged');
  }
  expect(await rows.getAll([at(1), at(3), at(4)])).toEqual([all[0], all[2]]);
});
