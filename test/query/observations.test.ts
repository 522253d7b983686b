import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { type Library, openLibrary } from './library.ts';
import { pagesOf } from './pages.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(14);
}, 60_000);
afterAll(() => library.close());

type Row = Record<string, string | number | null>;

/** Counted by another way than the rows are made. */
const figures = (sheet: SheetRecord): number =>
  sheet.indicators.reduce(
    (sum, { values, achievement, pastAchievements = [] }) =>
      sum + values.length + pastAchievements.length + (achievement ? 1 : 0),
    0,
  ) + sheet.budget.reduce((sum, { amounts }) => sum + amounts.length, 0);

const pages = async (path: string, limit: number): Promise<Row[]> =>
  (await Array.fromAsync(pagesOf(library.json, path, limit))).flat();

const textOf = async (path: string) => (await library.app.request(path)).text();
const ndjson = async (query: string): Promise<Row[]> =>
  (await textOf(`/v1/observations?format=ndjson${query}`))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('observations', () => {
  test('are every figure of every sheet once, the same in all formats', async () => {
    const rows = await ndjson('');
    const known = new Map(library.sheets.map((sheet) => [sheet.id, figures(sheet)]));
    const counts = Map.groupBy(rows, ({ sheet }) => sheet);
    for (const [id, count] of known) expect([id, counts.get(id)?.length ?? 0]).toEqual([id, count]);
    expect(await pages('/v1/observations?', 200)).toEqual(rows);
    const csv = parseCsv(await textOf('/v1/observations?format=csv'));
    expect(csv.map(withoutApostrophes)).toEqual(rows.map(asTexts));
  });

  test('come whole in pages of any size', async () => {
    const all = await ndjson('&sheet=shiomi-2012-kinkyu-2');
    expect(all.length).toBeGreaterThan(30);
    for (const limit of [1, 7, all.length - 1, all.length]) {
      expect(await pages('/v1/observations?sheet=shiomi-2012-kinkyu-2', limit)).toEqual(all);
    }
  });

  test.for([
    ['fiscalYear=2015', ({ evaluatedFiscalYear }: Row) => evaluatedFiscalYear === 2015],
    ['publisher=shioiri', ({ publisher }: Row) => publisher === 'shioiri'],
    ['program=kinkyu&fiscalYear=2012', ({ sheet }: Row) => String(sheet).includes('-2012-kinkyu-')],
    ['sheet=shiomi-2015-nanbu', ({ sheet }: Row) => sheet === 'shiomi-2015-nanbu'],
    ['sheet=shiomi-2015-nanbu&fiscalYear=2012', () => false],
    ['sheet=shiomi-1999-none', () => false],
  ] as const)('with %s are those', async ([query, wanted]) => {
    const all = await ndjson('');
    expect(await ndjson(`&${query}`)).toEqual(all.filter(wanted));
  });

  test('a row says what its cell says', async () => {
    const sheet = library.sheets.find(({ id }) => id === 'shiomi-2012-kinkyu-2');
    const indicator = sheet?.indicators[0];
    const cell = indicator?.values[0];
    const [row] = await ndjson('&sheet=shiomi-2012-kinkyu-2');
    const [x0, y0, x1, y1] = cell?.at.box ?? [];
    expect(row).toMatchObject({
      ...{ sheet: 'shiomi-2012-kinkyu-2', publisher: 'shiomi', evaluatedFiscalYear: 2012 },
      ...{ indicator: indicator?.name, level: indicator?.level, unit: indicator?.unit },
      ...{ fiscalYear: cell?.fiscalYear, type: cell?.type, value: cell?.value, text: cell?.text },
      ...{ page: cell?.at.page, x0, y0, x1, y1 },
    });
    const budget = (await ndjson('&sheet=shiomi-2012-kinkyu-2')).filter(
      ({ type }) => type === 'budget',
    );
    expect(budget.length).toBeGreaterThan(0);
    for (const { yen, value, indicatorId } of budget) {
      expect(indicatorId).toBeNull();
      expect(yen === null || value !== null).toBe(true);
    }
  });

  test('CSV begins with a byte order mark where it is asked for', async () => {
    const start = async (query: string) => {
      const answer = await library.app.request(`/v1/observations?format=csv&sheet=x${query}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    expect((await start('&bom=true')).subarray(0, 8).toString('latin1')).toBe('ï»¿sheet');
    expect((await start('&bom=false')).subarray(0, 5).toString()).toBe('sheet');
    expect((await start('')).toString()).toMatch(/^sheet,revision,.*,x1,y1\r\n$/);
  });
});

describe('initiatives', () => {
  const itemsOf = ({ initiatives }: SheetRecord) => initiatives.flatMap(({ items }) => items);

  test('are every item of every sheet, with its heading and its sheet', async () => {
    for (const sheet of library.sheets) {
      const listed = await pages(`/v1/initiatives?sheet=${encodeURIComponent(sheet.id)}`, 50);
      expect(listed.map(({ text }) => text)).toEqual(itemsOf(sheet).map(({ text }) => text));
      expect(listed).toMatchObject(
        sheet.initiatives.flatMap(({ number, title, items }) =>
          items.map(({ phase, facts, keywords, at }) => ({
            ...{ phase, facts, keywords, at, initiative: { number, title } },
            sheet: { id: sheet.id, title: sheet.title },
          })),
        ),
      );
    }
  });

  test.for(['overview', 'result', 'improvement'])('of the phase %s are those', async (phase) => {
    const all = await pages('/v1/initiatives?', 200);
    const some = await pages(`/v1/initiatives?phase=${phase}`, 200);
    expect(some.length).toBeGreaterThan(0);
    expect(some).toEqual(all.filter((item) => item['phase'] === phase));
  });

  test('of a department are those of its sheets', async () => {
    const department =
      library.sheets.find(({ id }) => id === 'shiomi-2012-kinkyu-2')?.department ?? '';
    const some = await pages(`/v1/initiatives?department=${encodeURIComponent(department)}`, 200);
    const sheets = library.sheets.filter((sheet) => sheet.department === department);
    expect(some).toHaveLength(sheets.flatMap(itemsOf).length);
  });
});

test('an answer too large to be sent waits in the bucket, as it would have been sent', async () => {
  const small = makeApp({ store: library.store, bucket: library.bucket, maxAnswerBytes: 3000 });
  for (const [path, type] of [
    ['/v1/observations?format=csv&bom=true', 'text/csv; charset=utf-8; header=present'],
    ['/v1/sheets/shiomi-2012-kinkyu-2', 'application/json'],
  ] as const) {
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      const answer = await small.request(path, { headers });
      expect([path, answer.status, await answer.text()]).toEqual([path, 303, '']);
      expect(answer.headers.get('content-encoding')).toBeNull();
      const there = await fetch(answer.headers.get('location') ?? '');
      expect(there.headers.get('content-type')).toBe(type);
      expect(there.headers.get('content-encoding')).toBe(
        'accept-encoding' in headers ? 'gzip' : null,
      );
      const whole = await library.app.request(path);
      expect(Buffer.from(await there.arrayBuffer())).toEqual(
        Buffer.from(await whole.arrayBuffer()),
      );
    }
  }
  const fits = await small.request('/v1/health');
  expect([fits.status, fits.headers.has('etag')]).toEqual([200, true]);
});

test('a stream stops reading sheets when its reader leaves', async () => {
  let read = 0;
  async function* records(): AsyncGenerator<RevisedSheet, undefined> {
    for (;;) {
      read += 1;
      yield {
        ...(library.sheets[0] as SheetRecord),
        ...{ revision: String(read), sha256: 'f'.repeat(64), file: null, updatedAt: '' },
      };
    }
  }
  const standing = async () => ({ state: 'some', records });
  const app = makeApp({ store: { ...library.store, standing }, bucket: library.bucket });
  const answer = await app.request('/v1/observations?format=ndjson');
  const reader = answer.body?.getReader();
  for (let n = 0; n < 5; n++) expect((await reader?.read())?.done).toBe(false);
  const atLeaving = read;
  expect(atLeaving).toBeLessThan(10);
  await reader?.cancel();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(read).toBe(atLeaving);
});

test('what fails before the first row is told by a status', async () => {
  // biome-ignore lint/correctness/useYield: it fails before
  async function* records(): AsyncGenerator<never> {
    throw new Error('no table');
  }
  const standing = async () => ({ state: 'some', records });
  const app = makeApp({ store: { ...library.store, standing }, bucket: library.bucket });
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect((await app.request('/v1/observations?format=csv')).status).toBe(500);
  error.mockRestore();
});

/** RFC 4180, for texts that the tests know: every cell is a text. */
function parseCsv(text: string): Row[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
  }
  const [header = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, n) => [name, row[n] ?? '']));
  });
}

/** CSV puts one before what a spreadsheet would run. */
const withoutApostrophes = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      String(value).replace(/^'(?=[-=+@＋－])/, ''),
    ]),
  );

const asTexts = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));
