import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Library, openLibrary } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary(12);
}, 60_000);
afterAll(() => library.close());

async function table(path: string): Promise<Record<string, string>[]> {
  const answer = await library.app.request(path);
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
  return parse(await answer.text(), { columns: true });
}

test('series come as a table: a row for each indicator and year, with what stands and whether it was met', async () => {
  const rows = await table('/v1/series?format=csv&publisher=shiomi');
  const { items } = await library.json('/v1/series?publisher=shiomi&limit=200');
  const years = items.flatMap(({ years: all }: { years: unknown[] }) => all);
  expect(rows).toHaveLength(years.length);
  const own = rows.filter(({ indicator }) => indicator === '県産材の年間使用量');
  expect(own.find(({ fiscalYear }) => fiscalYear === '2014')).toMatchObject({
    ...{ unit: '千立米', direction: 'more', status: 'reported' },
    pdfUrl: expect.stringMatching(/^\/v1\/sheets\/shiomi-\d+-kyoso-5\/pdf#page=\d+$/),
  });
  const target = own.find(({ fiscalYear }) => fiscalYear === '2015');
  expect(target).toMatchObject({ target: '310', targetRevisedFrom: '315' });
});

test('changes and findings come as tables with both places', async () => {
  const [lowered] = await table(
    '/v1/changes?format=csv&kind=target-lowered&sheet=shiomi-2015-kyoso-5',
  );
  expect(lowered).toMatchObject({
    ...{ 'before.sheet': 'shiomi-2014-kyoso-5', 'from.value': '315', 'to.value': '310' },
    'from.pdfUrl': '/v1/sheets/shiomi-2014-kyoso-5/pdf#page=1',
  });
  const findings = await table('/v1/findings?format=csv&code=achievement-mismatch');
  expect(findings.map(({ sheet }) => sheet)).toContain('shiomi-2018-shisaku-326');
});

test('a table that is unchanged is not sent again, one of changed sheets is', async () => {
  const first = await library.app.request('/v1/series?format=csv');
  const etag = first.headers.get('etag') ?? '';
  const again = { headers: { 'if-none-match': etag } };
  expect((await library.app.request('/v1/series?format=csv', again)).status).toBe(304);
  expect((await library.app.request('/v1/changes?format=csv', again)).status).toBe(200);
});
