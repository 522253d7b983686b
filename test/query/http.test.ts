import { gunzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBucket } from '../../lambdas/adapters/s3/bucket.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  const sheets = Array.from({ length: 9 }, (_, n) => ({ number: String(n + 1) }));
  await world.deliver(await world.put('book.pdf', pdf(sheets)));
});
afterAll(() => universe.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  world.app.request(path, { headers });

describe('revalidation', () => {
  test('304 for the ETag of the answer, weak or strong or in a list, until the answer changes', async () => {
    const first = await get('/v1/sheets');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{40}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/v1/sheets', { 'if-none-match': known });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await get('/v1/sheets', { 'if-none-match': '"other"' })).status).toBe(200);
    await world.deliver(await world.put('more.pdf', pdf([{ number: '50' }])));
    const changed = await get('/v1/sheets', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('the ETag of a compressed answer is weak and holds for both', async () => {
    const packed = await get('/v1/sheets', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
    const etag = packed.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\//);
    const plain = await get('/v1/sheets');
    expect(`W/${plain.headers.get('etag')}`).toBe(etag);
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text());
    expect((await get('/v1/sheets', { 'if-none-match': etag })).status).toBe(304);
  });
});

test('HEAD is GET without its body, on every GET', async () => {
  const { paths } = await world.json('/v1/openapi.json');
  const { items } = await world.json('/v1/sheets?limit=1');
  const [{ id, revision }] = items;
  const [{ sha256 }] = (await world.json('/v1/documents')).items;
  const [series] = (await world.json('/v1/series')).items;
  for (const [template, methods] of Object.entries<Record<string, unknown>>(paths)) {
    if (!methods['get']) continue;
    const path = template
      .replace('/v1/series/{id}', `/v1/series/${series.id}`)
      .replace('{id}', id)
      .replace('{revision}', revision)
      .replace('{sha256}', sha256);
    const url = template === '/v1/search' ? `${path}?q=x` : path;
    const [head, whole] = await Promise.all([
      world.app.request(url, { method: 'HEAD' }),
      world.app.request(url),
    ]);
    expect([url, head.status]).toEqual([url, whole.status]);
    const etag = whole.headers.get('etag');
    expect(head.headers.get('etag'), url).toBe(etag);
    expect(await head.text()).toBe('');
    // As the document says: what is JSON has an ETag.
    expect(etag !== null, url).toBe(whole.headers.get('content-type') === 'application/json');
    if (etag === null) continue;
    expect((await get(url, { 'if-none-match': etag })).status, url).toBe(304);
  }
});

test.for(['csv', 'ndjson'])(
  '%s is sent as it is made, with an ETag of what it is made of',
  async (format) => {
    const answer = await get(`/v1/observations?format=${format}`);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"/)]);
    expect(answer.headers.has('content-length')).toBe(false);
    await answer.body?.cancel();
  },
);

describe('what is accepted', () => {
  test.for([
    ['*/*', 200],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 200],
    ['application/*', 200],
    ['APPLICATION/JSON', 200],
    ['', 200],
    ['text/html', 406],
    ['application/xml, text/csv', 406],
    ['*/*;q=0', 406],
  ] as const)('Accept: %s of JSON is %i', async ([accept, status]) => {
    expect((await get('/v1/health', { accept })).status).toBe(status);
  });

  test.for([
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['text/*', 'text/csv; charset=utf-8; header=present'],
    ['*/*', 'application/json'],
  ] as const)('Accept: %s of observations is %s', async ([accept, type]) => {
    const answer = await get('/v1/observations', { accept });
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('vary')).toMatch(/(^|, *)accept($|,)/i);
    await answer.body?.cancel();
  });

  test('a PDF is no JSON: its address is given whatever is accepted', async () => {
    const answer = await get('/v1/sheets/shiomi-2013-kinkyu-1/pdf', { accept: 'application/pdf' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('the parameter goes before the header', async () => {
    const answer = await get('/v1/observations?format=csv', { accept: 'application/json' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    await answer.body?.cancel();
  });
});

describe('pages elsewhere', () => {
  test('may read, and ask before they send a token', async () => {
    const origin = 'https://example.com';
    expect((await get('/v1/sheets', { origin })).headers.get('access-control-allow-origin')).toBe(
      '*',
    );
    const asked = await world.app.request('/v1/sheets', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,DELETE');
    expect(asked.headers.has('access-control-allow-credentials')).toBe(false);
  });
});

describe('/docs', () => {
  test('is made of local files alone', async () => {
    expect((await get('/')).headers.get('location')).toBe('/docs');
    const page = await get('/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    const links = [...html.matchAll(/(?:src|href)="(.*?)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).toMatch(/^\/docs\//);
      expect((await get(link)).status, link).toBe(200);
    }
    expect((await get('/docs/')).headers.get('location')).toBe('/docs');
    for (const other of ['package.json', '..%2fpackage.json', '__proto__', 'constructor']) {
      expect((await get(`/docs/${other}`)).status, other).toBe(404);
    }
  });

  test('may ask the API, and the bucket that PDFs and uploads are led to, and nobody else', async () => {
    const pdfs = (await get('/v1/sheets/shiomi-2013-kinkyu-1/pdf')).headers.get('location');
    const uploads = (await world.bucket.presignedUpload('a.pdf', 1)).url;
    const origins = new Set([pdfs, uploads].map((url) => new URL(url ?? '').origin));
    const policy = (await get('/docs')).headers.get('content-security-policy') ?? '';
    const [, sources] = /connect-src (.*?)(?:;|$)/.exec(policy) ?? [];
    expect(sources?.split(' ')).toEqual(["'self'", ...origins]);
  });

  test.for([
    ['sheets-1', 'https://sheets-1.s3.ap-northeast-1.amazonaws.com'],
    ['sheets.example', 'https://s3.ap-northeast-1.amazonaws.com'],
  ] as const)('on AWS that is where the bucket %s is', async ([name, origin]) => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new S3Client({ region: 'ap-northeast-1', credentials });
    const bucket = openBucket(client, name, 1);
    expect(await bucket.origin()).toBe(origin);
    expect(new URL((await bucket.presignedUpload('a.pdf', 1)).url).origin).toBe(origin);
    client.destroy();
  });
});
