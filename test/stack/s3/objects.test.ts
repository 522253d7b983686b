import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localS3, noise, sha256 } from './local-s3.ts';

const Bucket = 'sheets';
const KEYS = [
  'plain.pdf',
  '施策/平成25年度 評価シート（１）.pdf',
  'a b/c+d.pdf',
  '100%25.pdf',
  '%E3%81%82.pdf',
  'dir//double.pdf',
  '/leading.pdf',
  '../../etc/passwd',
  'a/./b/../c.pdf',
  'quote\'"<&>*!().pdf',
  ' blank ends ',
  '㈱①～−.pdf',
  '😀.pdf',
  'up/to/the/folder/',
];
const named = (name: string) => expect.objectContaining({ name });

let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

const text = async (Key: string, of = Bucket) => {
  const { Body } = await s3.client().send(new GetObjectCommand({ Bucket: of, Key }));
  return Body?.transformToString();
};

test.each(KEYS)('the key «%s» is data', async (key) => {
  const client = s3.client();
  await s3.put(key);
  expect(await text(key)).toBe(key);
  expect(await s3.keysOf(Bucket, key)).toEqual([key]);
  const event = s3.events.at(-1);
  const encoded = event?.s3.object.key ?? '';
  expect(decodeURIComponent(encoded.replaceAll('+', ' '))).toBe(key);
  expect(encoded).not.toContain(' ');

  const copy = `copy of ${key}`;
  const CopySource = `${Bucket}/${encodeURIComponent(key)}`;
  await client.send(new CopyObjectCommand({ Bucket, Key: copy, CopySource }));
  expect(await text(copy)).toBe(key);

  await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
  await expect(text(key)).rejects.toThrow(named('NoSuchKey'));
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: copy }] } }));
  await expect(text(copy)).rejects.toThrow(named('NoSuchKey'));
});

test('an object written again is the new one', async () => {
  await s3.put('again', 'old');
  await s3.put('again', 'new');
  expect(await text('again')).toBe('new');
});

describe('ranges and conditions', () => {
  const bytes = noise(1000);
  const get = async (parameters: object) => {
    const output = await s3
      .client()
      .send(new GetObjectCommand({ Bucket, Key: 'ranged', ...parameters }));
    const body = await output.Body?.transformToByteArray();
    return { ...output, sha: body && sha256(body), length: body?.length };
  };
  beforeAll(() => s3.put('ranged', bytes));

  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    ['bytes=990-', 990, 1000],
    ['bytes=-10', 990, 1000],
    ['bytes=900-5000', 900, 1000],
  ])('%s', async (Range, from, to) => {
    const got = await get({ Range });
    expect(got.sha).toBe(sha256(bytes.subarray(from, to)));
    expect(got.ContentRange).toBe(`bytes ${from}-${to - 1}/1000`);
    expect(got.$metadata.httpStatusCode).toBe(206);
  });

  test('a range behind the end is refused', async () => {
    await expect(get({ Range: 'bytes=1000-' })).rejects.toThrow(named('InvalidRange'));
  });

  test('a malformed range is no range', async () => {
    expect((await get({ Range: 'bytes=9-1' })).length).toBe(1000);
  });

  test('conditions', async () => {
    const { ETag, LastModified } = await get({});
    const hour = 60 * 60 * 1000;
    const later = new Date(Number(LastModified) + hour);
    const before = new Date(Number(LastModified) - hour);
    expect((await get({ IfMatch: ETag })).length).toBe(1000);
    expect((await get({ IfModifiedSince: before })).length).toBe(1000);
    expect((await get({ IfUnmodifiedSince: later })).length).toBe(1000);
    await expect(get({ IfMatch: '"0"' })).rejects.toThrow(named('PreconditionFailed'));
    await expect(get({ IfUnmodifiedSince: before })).rejects.toThrow(named('PreconditionFailed'));
    const unchanged = expect.objectContaining({
      $metadata: expect.objectContaining({ httpStatusCode: 304 }),
    });
    await expect(get({ IfNoneMatch: ETag })).rejects.toThrow(unchanged);
    await expect(get({ IfModifiedSince: later })).rejects.toThrow(unchanged);
  });
});

test('buckets', async () => {
  const client = s3.client();
  await client.send(new CreateBucketCommand({ Bucket: 'more' }));
  await client.send(new CreateBucketCommand({ Bucket: 'more' }));
  const { Buckets = [] } = await client.send(new ListBucketsCommand());
  expect(Buckets.map(({ Name }) => Name)).toEqual(expect.arrayContaining(['more', Bucket]));
  await client.send(new HeadBucketCommand({ Bucket: 'more' }));
  const { LocationConstraint } = await client.send(
    new GetBucketLocationCommand({ Bucket: 'more' }),
  );
  expect(LocationConstraint).toBe('ap-northeast-1');
  await expect(client.send(new HeadBucketCommand({ Bucket: 'none' }))).rejects.toThrow(
    named('NotFound'),
  );
  await expect(s3.put('x', 'x', 'none')).rejects.toThrow(named('NoSuchBucket'));
  await expect(client.send(new CreateBucketCommand({ Bucket: 'No' }))).rejects.toThrow(
    named('InvalidBucketName'),
  );
});

test('a copy keeps or replaces the metadata', async () => {
  const client = s3.client();
  await client.send(
    new PutObjectCommand({ Bucket, Key: 'source', Body: 'x', Metadata: { of: 'source' } }),
  );
  const copy = (parameters: object) =>
    client.send(
      new CopyObjectCommand({ Bucket, Key: 'target', CopySource: 'sheets/source', ...parameters }),
    );
  const metadata = async () =>
    (await client.send(new HeadObjectCommand({ Bucket, Key: 'target' }))).Metadata;
  await copy({});
  expect(await metadata()).toEqual({ of: 'source' });
  await copy({ MetadataDirective: 'REPLACE', Metadata: { of: 'target' } });
  expect(await metadata()).toEqual({ of: 'target' });
  await expect(copy({ Key: 'source' })).rejects.toThrow(named('InvalidRequest'));
  await expect(copy({ CopySource: 'sheets/none' })).rejects.toThrow(named('NoSuchKey'));
  await expect(copy({ CopySourceIfMatch: '"0"' })).rejects.toThrow(named('PreconditionFailed'));
});

test('what is not there is refused by name, not taken for something else', async () => {
  const client = s3.client();
  await s3.put('untagged', 'text');
  const Tagging = { TagSet: [{ Key: 'a', Value: 'b' }] };
  await expect(
    client.send(new PutObjectTaggingCommand({ Bucket, Key: 'untagged', Tagging })),
  ).rejects.toThrow(named('NotImplemented'));
  expect(await text('untagged')).toBe('text');
});

test('all of it is there after a restart', async () => {
  await s3.put('kept', 'kept');
  await s3.put('dropped', 'dropped');
  await s3.client().send(new DeleteObjectCommand({ Bucket, Key: 'dropped' }));
  const before = await s3.keysOf(Bucket);
  await s3.restart();
  expect(await s3.keysOf(Bucket)).toEqual(before);
  expect(await text('kept')).toBe('kept');
  await expect(text('dropped')).rejects.toThrow(named('NoSuchKey'));
});

test('nothing went wrong inside', () => {
  expect(s3.logged).toEqual([]);
});
