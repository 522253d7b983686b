import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ChecksumAlgorithm, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localS3, noise, sha256 } from './local-s3.ts';

const Bucket = 'sheets';
const MB = 1024 * 1024;
let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

describe.each(['WHEN_SUPPORTED', 'WHEN_REQUIRED'] as const)('checksums %s', (calculation) => {
  const client = () => s3.client({ requestChecksumCalculation: calculation });

  test.each([0, 1, 8 * 1024, 300_001])('%i bytes in memory', async (length) => {
    const Body = noise(length);
    await client().send(new PutObjectCommand({ Bucket, Key: `memory-${length}`, Body }));
    expect(sha256(await s3.stored(`memory-${length}`))).toBe(sha256(Body));
  });

  test('a file as a stream', async () => {
    const bytes = noise(1_234_567);
    const path = join(s3.dir, `file-${calculation}`);
    await writeFile(path, bytes);
    const Body = createReadStream(path);
    await client().send(
      new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: bytes.length }),
    );
    expect(sha256(await s3.stored('stream'))).toBe(sha256(bytes));
    const { ContentEncoding, ContentLength } = await client().send(
      new HeadObjectCommand({ Bucket, Key: 'stream' }),
    );
    expect({ ContentEncoding, ContentLength }).toEqual({ ContentLength: bytes.length });
  });

  test('many parts', async () => {
    const bytes = noise(11 * MB + 17);
    const upload = new Upload({
      client: client(),
      params: { Bucket, Key: 'parts', Body: Readable.from(pieces(bytes, 100_003)) },
    });
    const { ETag } = await upload.done();
    expect(ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect(sha256(await s3.stored('parts'))).toBe(sha256(bytes));
    const { ContentLength } = await client().send(new HeadObjectCommand({ Bucket, Key: 'parts' }));
    expect(ContentLength).toBe(bytes.length);
  });
});

const DIGEST_BYTES = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

test.each(Object.values(ChecksumAlgorithm).filter((algorithm) => !(algorithm in DIGEST_BYTES)))(
  'checksum %s is refused, not ignored',
  async (algorithm) => {
    const put = new PutObjectCommand({
      Bucket,
      Key: 'unsupported',
      Body: 'text',
      [`Checksum${algorithm}`]: 'AAAA',
    });
    await expect(s3.client().send(put)).rejects.toThrow(
      expect.objectContaining({ name: 'NotImplemented' }),
    );
  },
);

describe.each(Object.entries(DIGEST_BYTES))('checksum %s', (name, digestBytes) => {
  const ChecksumAlgorithm = name as keyof typeof DIGEST_BYTES;

  test('of a whole and of parts', async () => {
    const client = s3.client();
    const Body = noise(70_001);
    const Key = `sum-${ChecksumAlgorithm}`;
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ChecksumAlgorithm }));
    const stream = Readable.from(pieces(Body, 999));
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: `${Key}-stream`,
        Body: stream,
        ContentLength: Body.length,
        ChecksumAlgorithm,
      }),
    );
    // The client checks the checksum that comes back with the bytes.
    expect(sha256(await s3.stored(Key))).toBe(sha256(Body));
    expect(sha256(await s3.stored(`${Key}-stream`))).toBe(sha256(Body));

    const large = noise(6 * MB);
    const upload = new Upload({
      client,
      params: { Bucket, Key: `${Key}-parts`, Body: large, ChecksumAlgorithm },
    });
    await upload.done();
    const head = await client.send(
      new HeadObjectCommand({ Bucket, Key: `${Key}-parts`, ChecksumMode: 'ENABLED' }),
    );
    expect(head[`Checksum${ChecksumAlgorithm}` as 'ChecksumCRC32']).toBeDefined();
    expect(sha256(await s3.stored(`${Key}-parts`))).toBe(sha256(large));
  });

  test('that is wrong is refused and nothing is kept', async () => {
    const Key = `wrong-${ChecksumAlgorithm}`;
    const wrong = Buffer.alloc(digestBytes, 7).toString('base64');
    const put = new PutObjectCommand({
      Bucket,
      Key,
      Body: 'text',
      [`Checksum${ChecksumAlgorithm}`]: wrong,
    });
    await expect(s3.client().send(put)).rejects.toThrow(
      expect.objectContaining({ name: 'BadDigest' }),
    );
    await expect(s3.stored(Key)).rejects.toThrow(expect.objectContaining({ name: 'NoSuchKey' }));
  });
});

test('Content-MD5 that is wrong is refused', async () => {
  const put = new PutObjectCommand({
    Bucket,
    Key: 'md5',
    Body: 'text',
    ContentMD5: Buffer.alloc(16).toString('base64'),
  });
  await expect(s3.client().send(put)).rejects.toThrow(
    expect.objectContaining({ name: 'BadDigest' }),
  );
});

test('headers and user metadata come back', async () => {
  const client = s3.client();
  const Key = 'described';
  const described = {
    ContentType: 'application/pdf',
    ContentDisposition: 'attachment; filename="a.pdf"',
    CacheControl: 'no-cache',
    ContentEncoding: 'gzip',
    Metadata: { source: 'shiomi', 'year-of': '2013' },
  };
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...described }));
  expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject(described);
});

test('a conditional write does not overwrite', async () => {
  const client = s3.client();
  const put = (Body: string) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'once', Body, IfNoneMatch: '*' }));
  await put('first');
  await expect(put('second')).rejects.toThrow(
    expect.objectContaining({ name: 'PreconditionFailed' }),
  );
  expect(Buffer.from(await s3.stored('once')).toString()).toBe('first');
});

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
