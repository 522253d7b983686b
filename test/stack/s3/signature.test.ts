import { request as httpRequest } from 'node:http';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ChunkSigner,
  requestSignature,
  type SignedRequest,
  sha256Hex,
} from '../../../cli/stack/s3/signature.ts';
import { CREDENTIALS, localS3 } from './local-s3.ts';

const Bucket = 'sheets';
let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
  await s3.client().send(new PutObjectCommand({ Bucket, Key: '表 1.pdf', Body: 'text' }));
});
afterAll(() => s3.stop());

const named = (name: string) => expect.objectContaining({ name });
const get = () => new GetObjectCommand({ Bucket, Key: '表 1.pdf' });

/** The examples that AWS documents, linked in cli/stack/s3/signature.ts. */
describe('the documented examples', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const scope = { date: '20130524', region: 'us-east-1', service: 's3' };
  const amzDate = '20130524T000000Z';
  const chunks = [sha256Hex('a'.repeat(65_536)), sha256Hex('a'.repeat(1024)), sha256Hex('')];

  test('GET with a range', () => {
    const empty = sha256Hex('');
    const request: SignedRequest = {
      method: 'GET',
      path: '/test.txt',
      query: [],
      headers: [
        ['x-amz-date', amzDate],
        ['host', 'examplebucket.s3.amazonaws.com'],
        ['x-amz-content-sha256', empty],
        ['range', 'bytes=0-9'],
      ],
      payloadHash: empty,
    };
    expect(requestSignature(secret, scope, amzDate, request)).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  test('chunks', () => {
    const seed = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';
    const signer = new ChunkSigner(secret, scope, amzDate, seed);
    expect(chunks.map((chunk) => signer.chunk(chunk))).toEqual([
      'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
      'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
    ]);
  });

  test('chunks and a trailer', () => {
    const seed = '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e';
    const signer = new ChunkSigner(secret, scope, amzDate, seed);
    expect(chunks.map((chunk) => signer.chunk(chunk))).toEqual([
      'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
      '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
      '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
    ]);
    expect(signer.trailer('x-amz-checksum-crc32c:sOO8/Q==\n')).toBe(
      'd81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435',
    );
  });
});

describe('refused', () => {
  test('no credentials', async () => {
    const response = await fetch(`${s3.url()}/${Bucket}?list-type=2`);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>AccessDenied</Code>');
  });

  test('another secret', async () => {
    const credentials = { ...CREDENTIALS, secretAccessKey: 'guess' };
    await expect(s3.client({ credentials }).send(get())).rejects.toThrow(
      named('SignatureDoesNotMatch'),
    );
  });

  test('another key id', async () => {
    const credentials = { ...CREDENTIALS, accessKeyId: 'other' };
    await expect(s3.client({ credentials }).send(get())).rejects.toThrow(
      named('InvalidAccessKeyId'),
    );
  });

  test('a clock that is wrong', async () => {
    const client = s3.client({ systemClockOffset: -20 * 60 * 1000 });
    await expect(client.send(get())).rejects.toThrow(named('RequestTimeTooSkewed'));
  });

  test('a header added on the way', async () => {
    const client = s3.client();
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amz-meta-added'] = 'later';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await expect(client.send(get())).rejects.toThrow(named('AccessDenied'));
  });

  test('a body changed on the way', async () => {
    const client = s3.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    client.middlewareStack.add(
      (next) => (args) => {
        (args.request as { body: string }).body = 'evil';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = new PutObjectCommand({ Bucket, Key: 'changed', Body: 'good' });
    await expect(client.send(put)).rejects.toThrow(named('XAmzContentSHA256Mismatch'));
  });

  test('a name that is not this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${s3.url()}/${Bucket}`, { headers: { host: 'rebound.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('presigned', () => {
  const sign = (expiresIn: number, signingDate = new Date()) =>
    getSignedUrl(s3.client(), get(), { expiresIn, signingDate });

  test('opens without credentials', async () => {
    const response = await fetch(await sign(60));
    expect(await response.text()).toBe('text');
  });

  test('may name what the browser saves', async () => {
    const command = new GetObjectCommand({
      Bucket,
      Key: '表 1.pdf',
      ResponseContentDisposition: 'inline; filename="1.pdf"',
    });
    const response = await fetch(await getSignedUrl(s3.client(), command));
    expect(response.headers.get('content-disposition')).toBe('inline; filename="1.pdf"');
  });

  test('ends when it said', async () => {
    const response = await fetch(await sign(60, new Date(Date.now() - 61_000)));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Request has expired');
  });

  test('serves for its key only', async () => {
    const response = await fetch((await sign(60)).replace('1.pdf', '2.pdf'));
    expect(await response.text()).toContain('SignatureDoesNotMatch');
  });
});
