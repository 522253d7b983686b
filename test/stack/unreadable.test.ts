import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiServer } from '../../cli/stack/api-server.ts';
import { listen, shut } from '../../cli/stack/listen.ts';
import { onlyLoopback } from '../../cli/stack/loopback.ts';
import { ProblemDetails } from '../../lambdas/query/problem.ts';
import { openUniverse, pdf } from '../ingest/world.ts';
import { rawRequest } from './raw-request.ts';
import { localS3 } from './s3/local-s3.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let server: Server;
let port: number;
beforeAll(async () => {
  universe = await openUniverse();
  const world = await universe.world();
  await world.deliver(await world.put('評価.pdf', pdf([{ title: '働く場をふやす' }])));
  server = createApiServer(onlyLoopback(world.app.fetch));
  port = await listen(server, 0);
});
afterAll(async () => {
  await shut(server, 0);
  await universe.close();
});

const HOST = 'Host: 127.0.0.1\r\n';
const get = (target: string | Buffer, headers = '') =>
  rawRequest(
    port,
    Buffer.concat([
      Buffer.from('GET '),
      Buffer.from(target),
      Buffer.from(` HTTP/1.1\r\n${HOST}Connection: close\r\n${headers}\r\n`),
    ]),
  );

describe('an address in UTF-8, unescaped', () => {
  test.each([
    '/v1/documents?key=評価.pdf',
    '/v1/search?q=働く',
    '/v1/search?q=%E5%83%8D堠く&fiscalYear=2013', // its last byte is a no-break space in Latin-1
    '/v1/sheets/無い',
    '/v1/sheets?部=1',
  ])('%s is answered as if it were escaped', async (target) => {
    const escaped = await get(encodeURI(target).replaceAll('%25', '%'));
    const raw = await get(target);
    expect([raw.status, raw.body]).toEqual([escaped.status, escaped.body]);
    expect(raw.headers['content-type']).toBe(escaped.headers['content-type']);
    expect(raw.body.length).toBeGreaterThan(10);
  });

  test('a document is found by the key that it has', async () => {
    const { status, body } = await get('/v1/documents?key=評価.pdf');
    expect([status, JSON.parse(body).items]).toMatchObject([200, [{ status: 'SUCCEEDED' }]]);
  });

  test('a HEAD has no body, and headers count as ever', async () => {
    const head = await rawRequest(port, `HEAD /v1/search?q=働く HTTP/1.1\r\n${HOST}\r\n`);
    expect([head.status, head.body]).toEqual([200, '']);
    const again = await get('/v1/search?q=働く', `If-None-Match: ${head.headers['etag']}\r\n`);
    expect(again.status).toBe(304);
    const foreign = await rawRequest(
      port,
      'GET /v1/search?q=働く HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    );
    expect(foreign.status).toBe(403);
  });

  test('the connection may have been used before', async () => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    socket.write(`GET /v1/health HTTP/1.1\r\n${HOST}\r\n`);
    await once(socket, 'data');
    socket.write(`GET /v1/search?q=働く HTTP/1.1\r\n${HOST}\r\n`);
    await once(socket, 'close');
    expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });
});

const SHIFT_JIS = Buffer.from([0x2f, 0x3f, 0x71, 0x3d, 0x93, 0xad, 0x82, 0xad]);
const long = (bytes: number) => 'a'.repeat(bytes);

describe('what cannot be read is a problem document', () => {
  test.each<[number, string, string, (string | Buffer)[]]>([
    [
      400,
      'malformed-request',
      'an address in Shift_JIS',
      [Buffer.concat([Buffer.from('GET '), SHIFT_JIS, Buffer.from(` HTTP/1.1\r\n${HOST}\r\n`)])],
    ],
    [
      400,
      'malformed-request',
      'an unescaped space',
      [`GET /v1/search?q=a b HTTP/1.1\r\n${HOST}\r\n`],
    ],
    [
      400,
      'malformed-request',
      'an unescaped address of a POST',
      [`POST /v1/uploads?あ HTTP/1.1\r\n${HOST}Content-Length: 2\r\n\r\n{}`],
    ],
    [
      400,
      'malformed-request',
      'an address in two pieces',
      ['GET /v1/search?q=働', Buffer.from('く'), ` HTTP/1.1\r\n${HOST}\r\n`],
    ],
    [400, 'malformed-request', 'an unknown version', [`GET / HTTP/9.9\r\n${HOST}\r\n`]],
    [
      400,
      'malformed-request',
      'another protocol',
      ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ],
    [
      400,
      'malformed-request',
      'a length beyond numbers',
      [`POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: 99999999999999999999999\r\n\r\n`],
    ],
    [400, 'malformed-request', 'a header without a name', [`GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`]],
    [
      414,
      'address-too-long',
      'an address of 20 kB',
      [`GET /${long(20_000)} HTTP/1.1\r\n${HOST}\r\n`],
    ],
    [
      414,
      'address-too-long',
      'an address of 3 MB',
      [`GET /${long(3_000_000)} HTTP/1.1\r\n${HOST}\r\n`],
    ],
    [
      431,
      'headers-too-large',
      'a header of 20 kB',
      [`GET / HTTP/1.1\r\n${HOST}x: ${long(20_000)}\r\n\r\n`],
    ],
    [
      431,
      'headers-too-large',
      'many headers',
      [`GET / HTTP/1.1\r\n${HOST}${'x: y\r\n'.repeat(5000)}\r\n`],
    ],
  ])('%i %s: %s', async (status, code, _, sent) => {
    const answer = await rawRequest(port, ...sent);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(ProblemDetails.parse(JSON.parse(answer.body))).toMatchObject({ status, code });
    expect(answer.milliseconds).toBeLessThan(3000);
  });

  test('a request without a host is refused like one of another', async () => {
    const answer = await rawRequest(port, 'GET /v1/health HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ status: answer.status });
    expect([400, 403]).toContain(answer.status);
  });

  test.each(['/v1/search?q=%93%AD%82%AD', '/v1/sheets/%93%AD', '/v1/documents?key=%FF'])(
    '%s, escaped in another encoding, stays a refusal',
    async (target) => {
      const { status, body } = await get(target);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(body).code).toMatch(/^(invalid-parameter|not-found)$/);
    },
  );
});

describe('the S3 server', () => {
  let s3: Awaited<ReturnType<typeof localS3>>;
  beforeAll(async () => {
    s3 = await localS3();
  });
  afterAll(() => s3.stop());
  const s3Port = () => Number(new URL(s3.url()).port);

  test('tells in XML what it cannot read', async () => {
    for (const [code, request] of [
      ['AccessDenied', `GET /sheets/評価.pdf HTTP/1.1\r\n${HOST}\r\n`],
      ['InvalidRequest', `GET /a b HTTP/1.1\r\n${HOST}\r\n`],
      ['InvalidURI', `GET /${long(20_000)} HTTP/1.1\r\n${HOST}\r\n`],
      ['RequestHeaderSectionTooLarge', `GET / HTTP/1.1\r\n${HOST}x: ${long(20_000)}\r\n\r\n`],
    ] as const) {
      const { headers, body } = await rawRequest(s3Port(), request);
      expect(headers['content-type']).toBe('application/xml');
      expect(body).toContain(`<Code>${code}</Code>`);
    }
  });

  const GB = 1024 ** 3;
  test.each([
    ['PUT /sheets/a.pdf', `Content-Length: ${5 * GB + 1}\r\n`],
    ['PUT /sheets/a.pdf?partNumber=1&uploadId=x', `Content-Length: ${6 * GB}\r\n`],
    [
      'PUT /sheets/a.pdf',
      `Content-Length: ${4 * GB}\r\nx-amz-decoded-content-length: ${5 * GB + 1}\r\n`,
    ],
    ['PUT /sheets/a.pdf', `Content-Length: ${9 * GB}\r\nx-amz-decoded-content-length: 1\r\n`],
    [
      'POST /sheets',
      `Content-Length: ${50 * GB}\r\nContent-Type: multipart/form-data; boundary=x\r\n`,
    ],
  ])('%s of more than S3 takes is refused at once: %s', async (line, headers) => {
    const request = `${line} HTTP/1.1\r\n${HOST}${headers}\r\n%PDF-`;
    const answer = await rawRequest(s3Port(), request);
    expect(answer.body).toContain('<Code>EntityTooLarge</Code>');
    expect(answer.status).toBe(400);
    expect(answer.milliseconds).toBeLessThan(2000);
  });
});
