import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row, Rows, Versioned } from '../../lambdas/ports/records.ts';
import { bounded } from '../../lambdas/ports/row-size.ts';
import { BACKENDS, type Backend, openBackend } from './backends.ts';

/** What every adapter of the records port keeps; also `SHISAKU_TEST_DYNAMODB=http://… npx vitest run test/adapters`. */
describe.each(BACKENDS)('%s', (name) => {
  let backend: Backend;
  let rows: Rows;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    ({ rows } = await backend.open());
  });

  const row = (sk: string, more: object = {}): Row => ({ pk: 'p', sk, ...more });
  const sks = (found: readonly Row[]) => found.map(({ sk }) => sk);

  test('a row comes back as it was put, and goes', async () => {
    const all = {
      ...row('s'),
      text: '施策 𠮷\u0000"\\',
      empty: '',
      whole: 42,
      part: -0.25,
      yes: true,
      nothing: null,
      list: [1, 'a', { b: [] }],
      bytes: Uint8Array.from([0, 255, 128]),
      nested: [{ piece: Uint8Array.from([1]) }, { piece: Uint8Array.from([]) }],
    };
    await rows.putAll([{ ...all, left: undefined } as Row]);
    expect(plain(await rows.get(row('s')))).toEqual(plain(all));
    await rows.putAll([row('s', { text: 'other' })]);
    expect(await rows.get(row('s'))).toEqual(row('s', { text: 'other' }));
    await rows.deleteAll([row('s'), row('never there')]);
    expect(await rows.get(row('s'))).toBeUndefined();
  });

  test('of wanted rows those that exist, each once, however many are asked for', async () => {
    const many = Array.from({ length: 230 }, (_, n) => row(`${n}`));
    await rows.putAll(many);
    const found = await rows.getAll([...many, ...many, row('missing')]);
    expect(sks(found).toSorted()).toEqual(sks(many).toSorted());
    await rows.deleteAll(many);
    expect(await rows.getAll(many)).toEqual([]);
  });

  test('keys compare by their UTF-8 bytes', async () => {
    const sorted = ['!', '-', '0', 'A', 'a', 'あ', '～', '𠮷', '𩸽'];
    await rows.putAll(sorted.toReversed().map((sk) => row(sk)));
    expect(sks(await rows.under('p', ''))).toEqual(sorted);
    const backwards = rows.walk('p', { from: 'A', to: '𠮷', descending: true, pageSize: 9 });
    expect(sks(await Array.fromAsync(backwards))).toEqual(['𠮷', '～', 'あ', 'a', 'A']);
    const forwards = rows.walk('p', { from: 'a', to: 'あ', pageSize: 1 });
    expect(sks(await Array.fromAsync(forwards))).toEqual(['a', 'あ']);
  });

  test('under a prefix only what begins so', async () => {
    await rows.putAll(['A', 'A#', 'A#1', 'A#2', 'A$', 'B#1'].map((sk) => row(sk)));
    expect(sks(await rows.under('p', 'A#'))).toEqual(['A#', 'A#1', 'A#2']);
    expect(sks(await rows.under('p', 'A#\u{10FFFF}'))).toEqual([]);
    expect(await rows.under('q', '')).toEqual([]);
  });

  test('more than a page of a megabyte', async () => {
    const large = Array.from({ length: 9 }, (_, n) => row(`${n}`, { piece: randomBytes(300_000) }));
    await rows.putAll(large);
    expect(sks(await rows.under('p', ''))).toEqual(sks(large));
    const walked = rows.walk('p', { from: '0', to: '9', pageSize: 100 });
    expect(sks(await Array.fromAsync(walked))).toEqual(sks(large));
  });

  test('the next rows, and whether there are more', async () => {
    await rows.putAll(['a', 'b', 'c'].map((sk) => row(sk)));
    await expect
      .poll(async () => sks((await rows.next('p', '', 9)).found))
      .toEqual(['a', 'b', 'c']);
    const { found, more } = await rows.next('p', 'a', 1);
    expect([sks(found), more]).toEqual([['b'], true]);
    expect((await rows.next('p', 'c', 5)).found).toEqual([]);
  });

  test('an index has the rows that have its keys, in order, narrowed and filtered', async () => {
    const listed = (n: number, more: object = {}) =>
      row(`${n}`, {
        listPk: 'L',
        listSk: `2013#${n}#`,
        status: n % 2 ? 'odd' : 'even',
        n,
        ...more,
      });
    const all = Array.from({ length: 9 }, (_, n) => listed(n, { namePk: `N#${n % 3}` }));
    await rows.putAll([...all, row('unlisted', { status: 'odd' })]);
    const ask = async (from: string, to: string, where = {}, pageSize = 2) =>
      sks(
        await Array.fromAsync(
          rows.inOrder({ index: 'list', partition: 'L', from, to, where, pageSize }),
        ),
      );
    await expect.poll(() => ask('', '\u{10FFFF}')).toEqual(sks(all));
    expect(await ask('2013#3#', '2013#5#')).toEqual(['3', '4', '5']);
    expect(await ask('2013#3#\u{10FFFF}', '2013#\u{10FFFF}', { status: 'odd' })).toEqual([
      '5',
      '7',
    ]);
    expect(await ask('2013#', '2013#\u{10FFFF}', { status: 'odd', n: 3 }, 1)).toEqual(['3']);
    expect(await ask('', '\u{10FFFF}', { status: 'other' })).toEqual([]);
    const named = rows.inOrder({
      ...{ index: 'name', partition: 'N#1', from: '', to: '\u{10FFFF}', where: {}, pageSize: 9 },
    });
    expect(sks(await Array.fromAsync(named))).toEqual(['1', '4', '7']);
    await rows.putAll([row('1', { status: 'odd' })]);
    await rows.deleteAll([listed(2)]);
    await expect.poll(() => ask('', '\u{10FFFF}')).toEqual(['0', '3', '4', '5', '6', '7', '8']);
  });

  test('a row is replaced only by who has seen its last version', async () => {
    const version = (n: number, by = ''): Versioned & { by: string } => ({
      ...row('v'),
      version: n,
      by,
    });
    expect(await rows.replace(version(2))).toBe(false);
    expect(await rows.replace(version(1, 'first'))).toBe(true);
    expect(await rows.replace(version(1, 'second'))).toBe(false);
    expect(await rows.replace(version(3))).toBe(false);
    const contest = Array.from({ length: 8 }, (_, n) => rows.replace(version(2, `${n}`)));
    expect((await Promise.all(contest)).filter(Boolean)).toHaveLength(1);
    expect(await rows.get(row('v'))).toMatchObject({ version: 2 });
  });

  test('keys and rows of the greatest size there is', async () => {
    const at = { pk: 'あ'.repeat(682), sk: 'あ'.repeat(341) };
    await bounded(rows).putAll([{ ...at, text: 'あ'.repeat(134_000) } as Row]);
    expect((await rows.get<Row & { text: string }>(at))?.text).toHaveLength(134_000);
    expect(await rows.under(at.pk, 'あ'.repeat(341))).toHaveLength(1);
  });

  test.each([
    ['a row', row('s', { text: 'あ'.repeat(136_533) })],
    ['a row of bytes', row('s', { pieces: [randomBytes(300_000), randomBytes(110_000)] })],
    ['a partition key', { pk: 'あ'.repeat(683), sk: 's' }],
    ['a sort key', row('あ'.repeat(342))],
    ['a key of an index', row('s', { listPk: 'L', listSk: 'あ'.repeat(342) })],
  ])('%s that is too large is refused by that name, with all of the call', async (_, large) => {
    const tooLarge = { name: 'RowTooLarge' };
    const { putAll, replace } = bounded(rows);
    await expect(putAll([row('before'), large, row('behind')])).rejects.toMatchObject(tooLarge);
    await expect(replace({ ...large, version: 1 })).rejects.toMatchObject(tooLarge);
    expect(await rows.under('p', '')).toEqual([]);
  });
});

/** Bytes as Buffers or not are the same bytes. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, function (this: Record<string, unknown>, name, one) {
      const own = this[name];
      return own instanceof Uint8Array ? `bytes ${Buffer.from(own).toString('hex')}` : one;
    }),
  );
