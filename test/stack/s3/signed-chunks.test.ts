import { crc32 as zlibCrc32 } from 'node:zlib';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChunkSigner, requestSignature, sha256Hex } from '../../../cli/stack/s3/signature.ts';
import { CREDENTIALS, localS3, noise, REGION } from './local-s3.ts';

const Bucket = 'sheets';
let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

describe.each([
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', false],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', true],
] as const)('%s', (payloadHash, withTrailer) => {
  const body = noise(200_000);
  const crc32 = 'x-amz-checksum-crc32';

  /** What the SDKs for Java and Go send; the one for JavaScript does not sign its chunks. */
  const upload = (key: string, spoil: (framed: Buffer) => Buffer, trailer: string) => {
    const amzDate = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const scope = { date: amzDate.slice(0, 8), region: REGION, service: 's3' };
    const headers = {
      host: new URL(s3.url()).host,
      'x-amz-content-sha256': payloadHash,
      'x-amz-date': amzDate,
      'x-amz-decoded-content-length': String(body.length),
      ...(withTrailer && { 'x-amz-trailer': crc32 }),
    };
    const secret = CREDENTIALS.secretAccessKey;
    const path = `/${Bucket}/${key}`;
    const seed = requestSignature(secret, scope, amzDate, {
      method: 'PUT',
      path,
      query: [],
      headers: Object.entries(headers),
      payloadHash,
    });
    const signer = new ChunkSigner(secret, scope, amzDate, seed);
    const chunk = (data: Buffer) => [
      `${data.length.toString(16)};chunk-signature=${signer.chunk(sha256Hex(data))}\r\n`,
      data,
      '\r\n',
    ];
    const parts = [
      ...chunk(body.subarray(0, 131_072)),
      ...chunk(body.subarray(131_072)),
      `0;chunk-signature=${signer.chunk(sha256Hex(''))}\r\n`,
      withTrailer
        ? `${crc32}:${trailer}\r\nx-amz-trailer-signature:${signer.trailer(`${crc32}:${trailer}\n`)}\r\n\r\n`
        : '\r\n',
    ];
    const credential = `${CREDENTIALS.accessKeyId}/${scope.date}/${REGION}/s3/aws4_request`;
    const signed = Object.keys(headers).toSorted().join(';');
    return fetch(`${s3.url()}${path}`, {
      method: 'PUT',
      headers: {
        ...headers,
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${seed}`,
        'content-encoding': 'aws-chunked',
      },
      body: new Uint8Array(spoil(Buffer.concat(parts.map((part) => Buffer.from(part))))),
    });
  };
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(zlibCrc32(body));
  const right = crc.toString('base64');
  const same = (framed: Buffer) => framed;

  test('is stored without its framing', async () => {
    const response = await upload('framed', same, right);
    expect([response.status, await response.text()]).toEqual([200, '']);
    const { Body, ContentEncoding } = await s3
      .client()
      .send(new GetObjectCommand({ Bucket, Key: 'framed' }));
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
    expect(ContentEncoding).toBeUndefined();
  });

  test('is refused with a byte changed', async () => {
    const spoil = (framed: Buffer) => {
      framed[1000] = (framed[1000] ?? 0) ^ 1;
      return framed;
    };
    const response = await upload('changed', spoil, right);
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  test('is refused when cut short', async () => {
    const response = await upload('cut', (framed) => framed.subarray(0, 150_000), right);
    expect(await response.text()).toContain('<Code>IncompleteBody</Code>');
  });

  if (withTrailer) {
    test('is refused with a wrong trailer', async () => {
      const response = await upload('trailer', same, 'AAAAAA==');
      expect(await response.text()).toContain('<Code>BadDigest</Code>');
    });
  }
});
