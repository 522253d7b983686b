import { gunzipSync } from 'node:zlib';
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBinary } from '../../lambdas/query/binary.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  await world.deliver(await world.put('book.pdf', pdf([{ number: '1' }, { number: '2' }])));
});
afterAll(() => universe.close());

async function call(path: string, headers: Record<string, string> = {}) {
  const answer = handle(world.app, { isContentTypeBinary: isBinary });
  const result: APIGatewayProxyResult = await answer(httpEvent(path, headers));
  const { body, isBase64Encoded, statusCode } = result;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return { statusCode, bytes, headers: result.headers ?? {} };
}

const get = async (path: string) =>
  Buffer.from(await (await world.app.request(path)).arrayBuffer());

test.for([
  '/v1/sheets?department=%E9%9B%87%E7%94%A8%E7%B5%8C%E6%B8%88%E9%83%A8',
  '/v1/observations?format=csv&bom=true',
  '/v1/observations?format=ndjson',
  '/docs/swagger-ui.css',
  '/docs/favicon-32x32.png',
])('an HTTP API gets %s byte for byte, compressed or not', async (path) => {
  const plain = await call(path);
  expect([plain.statusCode, plain.bytes]).toEqual([200, await get(path)]);
  const packed = await call(path, { 'accept-encoding': 'gzip' });
  const { 'content-encoding': encoding } = packed.headers;
  expect(encoding === 'gzip' ? gunzipSync(packed.bytes) : packed.bytes).toEqual(plain.bytes);
});

test('an address that was not escaped on its way is answered as if it had been', async () => {
  const raw = httpEvent('/v1/search', {});
  const answer = handle(world.app, { isContentTypeBinary: isBinary });
  const said = await answer({ ...raw, rawQueryString: 'q=働く' });
  expect(said.statusCode).toBe(200);
  expect(said.body).toBe(String((await call('/v1/search?q=%E5%83%8D%E3%81%8F')).bytes));
});

test('a PDF is a 303, a problem a problem', async () => {
  expect((await call('/v1/sheets/shiomi-2013-kinkyu-1/pdf')).statusCode).toBe(303);
  const { statusCode, bytes, headers } = await call('/v1/sheets?x=1');
  expect([statusCode, headers['content-type']]).toEqual([400, 'application/problem+json']);
  expect(JSON.parse(String(bytes))).toMatchObject({ parameter: 'x' });
});

type HttpEvent = Extract<LambdaEvent, { rawPath: string }>;

/** Payload format 2.0, as an HTTP API sends it. */
function httpEvent(path: string, headers: Record<string, string>): HttpEvent {
  const { pathname, search } = new URL(path, 'https://api.example.com');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: { host: 'api.example.com', ...headers },
    requestContext: {
      authentication: null,
      authorizer: {},
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: {
        method: 'GET',
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'test',
      },
      requestId: 'r',
      routeKey: '$default',
      stage: '$default',
      time: '01/Apr/2026:00:00:00 +0000',
      timeEpoch: 1_775_001_600_000,
    },
    body: null,
    isBase64Encoded: false,
  };
}
