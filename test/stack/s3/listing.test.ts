import {
  CreateBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localS3 } from './local-s3.ts';

let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

describe('listing', () => {
  const of = 'listed';
  const keys = ['a/1', 'a/2', 'b', 'c/d/1', 'c/e', '（全角）', '𠮷野'];
  beforeAll(async () => {
    await s3.client().send(new CreateBucketCommand({ Bucket: of }));
    for (const key of keys.toReversed()) await s3.put(key, 'x', of);
  });

  test('is in UTF-8 order', async () => {
    expect(await s3.keysOf(of)).toEqual(keys);
  });

  test.each([1, 2, 3, 1000])('pages of %i', async (pageSize) => {
    const listed: (string | undefined)[] = [];
    const pages = paginateListObjectsV2({ client: s3.client(), pageSize }, { Bucket: of });
    for await (const { Contents } of pages) listed.push(...(Contents ?? []).map(({ Key }) => Key));
    expect(listed).toEqual(keys);
  });

  test.each([1, 2, 1000])('pages of %i with a delimiter', async (pageSize) => {
    const listed: (string | undefined)[] = [];
    const config = { client: s3.client(), pageSize };
    for await (const page of paginateListObjectsV2(config, { Bucket: of, Delimiter: '/' })) {
      listed.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
    }
    expect(listed.toSorted()).toEqual(['a/', 'b', 'c/', '（全角）', '𠮷野'].toSorted());
  });

  test('v1 goes on from its marker, names encoded when asked', async () => {
    const listed: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await s3
        .client()
        .send(new ListObjectsCommand({ Bucket: of, MaxKeys: 2, Marker, EncodingType: 'url' }));
      const names = (page.Contents ?? []).map(({ Key }) => decodeURIComponent(Key ?? ''));
      listed.push(...names);
      Marker = page.IsTruncated ? names.at(-1) : undefined;
    } while (Marker);
    expect(listed).toEqual(keys);
  });

  test('after a key, under a prefix, of nothing', async () => {
    const client = s3.client();
    const { Contents } = await client.send(
      new ListObjectsV2Command({ Bucket: of, StartAfter: 'a/1', Prefix: 'a/' }),
    );
    expect(Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([['a/2', 1]]);
    const none = await client.send(new ListObjectsV2Command({ Bucket: of, MaxKeys: 0 }));
    expect([none.KeyCount, none.IsTruncated]).toEqual([0, false]);
  });
});

test('nothing went wrong inside', () => {
  expect(s3.logged).toEqual([]);
});
