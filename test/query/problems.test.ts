import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  const sheets = ['7', '8', '9'].map((number) => ({ number, fiscalYear: 2014 }));
  await world.deliver(await world.put('book.pdf', pdf(sheets)));
});
afterAll(() => universe.close());

async function expectProblem(
  answer: Response,
  status: number,
  code: string,
  parameter: string | undefined,
): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as { parameter?: string; detail: string; detailJa: string };
  expect(problem).toMatchObject({ type: 'about:blank', status, code });
  expect(problem.parameter).toBe(parameter);
  expect(problem.detail).toMatch(/\.$|: /);
  expect(problem.detailJa).toMatch(/[ぁ-ん].*。$/s);
  // Nothing of the English sentence is left over.
  expect(problem.detailJa).not.toMatch(/（[a-z][^（）]* [^（）]*）/);
}

test.for([
  ['/v1/sheets?year=2013', 400, 'unknown-parameter', 'year'],
  ['/v1/health?x=1', 400, 'unknown-parameter', 'x'],
  ['/v1/sheets/shiomi-2014-kinkyu-8?revision=1', 400, 'unknown-parameter', 'revision'],
  ['/v1/sheets?fiscalYear=H25', 400, 'invalid-parameter', 'fiscalYear'],
  ['/v1/sheets?publisher=', 400, 'invalid-parameter', 'publisher'],
  ['/v1/sheets?publisher=shiomi&publisher=gifu', 400, 'invalid-parameter', 'publisher'],
  ['/v1/indicators?level=top', 400, 'invalid-parameter', 'level'],
  ['/v1/documents?status=done', 400, 'invalid-parameter', 'status'],
  ['/v1/sheets?limit=0', 400, 'invalid-parameter', 'limit'],
  ['/v1/sheets?limit=201', 400, 'invalid-parameter', 'limit'],
  ['/v1/sheets?cursor=abc', 400, 'invalid-cursor', 'cursor'],
  ['/v1/sheets/shiomi-1999-kinkyu-1', 404, 'not-found', undefined],
  ['/v1/sheets/shiomi-1999-kinkyu-1/pdf', 404, 'not-found', undefined],
  ['/v1/sheets/shiomi-1999-kinkyu-1/revisions', 404, 'not-found', undefined],
  ['/v1/sheets/shiomi-2014-kinkyu-8/revisions/0', 404, 'not-found', undefined],
  [`/v1/documents/${'0'.repeat(64)}`, 404, 'not-found', undefined],
  ['/v1/nothing', 404, 'not-found', undefined],
  ['/v1/observations?format=csv&limit=5', 400, 'invalid-parameter', 'limit'],
  ['/v1/observations?format=ndjson&cursor=x', 400, 'invalid-parameter', 'cursor'],
  ['/v1/observations?bom=true', 400, 'invalid-parameter', 'bom'],
  ['/v1/observations?format=pdf', 400, 'invalid-parameter', 'format'],
  ['/v1/facets?of=sheets&by=status', 400, 'invalid-parameter', 'by'],
  ['/v1/facets?of=items&by=code', 400, 'invalid-parameter', 'by'],
  ['/v1/initiatives?phase=plan', 400, 'invalid-parameter', 'phase'],
  ['/v1/sheets?updatedSince=yesterday', 400, 'invalid-parameter', 'updatedSince'],
  ['/v1/search?q=%22%22', 400, 'invalid-parameter', 'q'],
  ['/v1/sheets?grade=A&grade=B', 400, 'invalid-parameter', 'grade'],
  [`/v1/sheets/${'x'.repeat(101)}`, 400, 'invalid-parameter', 'id'],
  [`/v1/documents?key=${'あ'.repeat(400)}`, 400, 'invalid-parameter', 'key'],
  ['/v1/sheets?department=%8B%B3%88%E7', 400, 'invalid-parameter', 'department'],
  ['/v1/search?limit=5&q=a?%ff', 400, 'invalid-parameter', 'q'],
] as const)('%s is %i %s', async ([path, status, code, parameter]) => {
  await expectProblem(await world.get(path), status, code, parameter);
});

test.for([
  ['/v1/sheets', { headers: { accept: 'text/html' } }, 406, 'not-acceptable', 'Accept'],
  ['/v1/observations', { headers: { accept: 'image/png' } }, 406, 'not-acceptable', 'Accept'],
  ['/v1/uploads', { method: 'GET' }, 405, 'method-not-allowed', undefined],
  ['/v1/uploads', post('{'), 400, 'malformed-body', undefined],
  ['/v1/uploads', post('[]'), 400, 'malformed-body', undefined],
  ['/v1/uploads', post('{}', 'text/plain'), 415, 'unsupported-media-type', undefined],
  ['/v1/uploads', post('{}', ''), 415, 'unsupported-media-type', undefined],
  ['/v1/uploads', upload({}), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ bytes: 0 }), 400, 'invalid-parameter', 'bytes'],
  [
    '/v1/uploads',
    upload({ fileName: 'a.pdf', bytes: 9, publisher: '無名市' }),
    400,
    'invalid-parameter',
    'publisher',
  ],
  [
    '/v1/uploads',
    upload({ fileName: 'a.pdf', bytes: 9, publisher: '府中市' }),
    400,
    'invalid-parameter',
    'publisher',
  ],
  ['/v1/uploads', upload({ bytes: 1e9 }), 400, 'invalid-parameter', 'bytes'],
  ['/v1/uploads', upload({ fileName: 'sheet.txt' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: '.pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: '   .pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: '\u3000\u00a0.PDF' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: '\u3164\u2800.pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: '../a.pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: 'a\\b.pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: 'a\n.pdf' }), 400, 'invalid-parameter', 'fileName'],
  ['/v1/uploads', upload({ fileName: 'a\u202eexe.pdf' }), 400, 'invalid-parameter', 'fileName'],
  [
    '/v1/uploads',
    upload({ fileName: '$' + '{filename}.pdf' }),
    400,
    'invalid-parameter',
    'fileName',
  ],
  [
    '/v1/uploads',
    upload({ fileName: `${'あ'.repeat(252)}.pdf` }),
    400,
    'invalid-parameter',
    'fileName',
  ],
  ['/v1/uploads', upload({ key: 'answers/x' }), 400, 'unknown-parameter', 'key'],
  ['/v1/uploads', post(' '.repeat(20_000)), 413, 'body-too-large', undefined],
] as const)('%s %o is %i %s', async ([path, init, status, code, parameter]) => {
  await expectProblem(await world.app.request(path, init), status, code, parameter);
});

test('a repeated parameter is told as that', async () => {
  const { detail } = await world.json('/v1/sheets?fiscalYear=2013&fiscalYear=2014');
  expect(detail).toBe('fiscalYear: is given more than once');
});

test('a cursor is good for its own list only, and only unchanged', async () => {
  const { nextCursor } = await world.json('/v1/sheets?limit=2');
  const place = Buffer.from(nextCursor, 'base64url').toString().replace('2014', '2013');
  for (const path of [
    `/v1/sheets?fiscalYear=2014&cursor=${nextCursor}`,
    `/v1/indicators?cursor=${nextCursor}`,
    `/v1/sheets?cursor=${nextCursor.slice(0, -1)}`,
    `/v1/sheets?cursor=${nextCursor}=`,
    `/v1/sheets?cursor=${Buffer.from(place).toString('base64url')}`,
  ]) {
    expect(await (await world.get(path)).json()).toMatchObject({ code: 'invalid-cursor' });
  }
  expect((await world.get(`/v1/sheets?limit=5&cursor=${nextCursor}`)).status).toBe(200);
});

test('a method that is none is 405 with those that are', async () => {
  for (const path of ['/v1/sheets', '/v1/sheets/shiomi-2014-kinkyu-8', '/v1/openapi.json']) {
    const answer = await world.app.request(path, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
  }
  expect((await world.app.request('/v1/sheets', { method: 'HEAD' })).status).toBe(200);
});

function post(body: string, type = 'application/json') {
  return {
    method: 'POST',
    body: new TextEncoder().encode(body),
    headers: type ? { 'content-type': type } : {},
  };
}

function upload(changed: Record<string, unknown>) {
  const { fileName = 'a.pdf', bytes = 10, ...more } = changed;
  const body = 'fileName' in changed || 'bytes' in changed || 'key' in changed;
  return post(JSON.stringify(body ? { fileName, bytes, ...more } : {}));
}
