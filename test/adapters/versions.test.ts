import type { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { listVersions } from '../../lambdas/adapters/s3/versions.ts';

const at = (second: number) => new Date(Date.UTC(2014, 6, 1, 9, 0, second));
const version = (Key: string, VersionId: string, second: number, IsLatest = false) => ({
  ...{ Key, VersionId, LastModified: at(second), ETag: `"${VersionId}"`, IsLatest },
});
const marker = (Key: string, VersionId: string, second: number, IsLatest = false) => ({
  ...{ Key, VersionId, LastModified: at(second), IsLatest },
});

/** A bucket that answers with these pages, one after the other. */
async function listed(...pages: object[]): Promise<string[]> {
  const rest = pages.map((page, n) => ({ ...page, IsTruncated: n < pages.length - 1 }));
  const client = { send: async () => rest.shift() } as unknown as S3Client;
  const all = await Array.fromAsync(listVersions(client, 'docs'));
  return all.map(
    ({ key, versionId, eTag }) => `${key} ${versionId}${eTag === null ? ' gone' : ''}`,
  );
}

test('key by key, the oldest first, whichever key was changed last', async () => {
  const Versions = [
    version('a', 'a2', 3, true),
    version('a', 'a1', 1),
    version('b', 'b1', 9, true),
    version('ｂ', 'c1', 2),
    version('𠮷', 'd1', 5, true),
  ];
  const DeleteMarkers = [marker('ｂ', 'c2', 4, true)];
  expect(await listed({ Versions, DeleteMarkers })).toEqual([
    ...['a a1', 'a a2', 'b b1', 'ｂ c1', 'ｂ c2 gone', '𠮷 d1'],
  ]);
});

test('a key that goes on over the next page is one', async () => {
  const first = [version('a', 'a1', 9, true), version('b', 'b3', 8, true), version('b', 'b2', 7)];
  const second = [version('b', 'b1', 2), version('c', 'c1', 99, true)];
  expect(await listed({ Versions: first }, { Versions: second })).toEqual([
    ...['a a1', 'b b1', 'b b2', 'b b3', 'c c1'],
  ]);
});

test.each([
  ['put and removed', [version('a', 'v1', 1)], [marker('a', 'm1', 1, true)], ['a v1', 'a m1 gone']],
  [
    'put, removed and put',
    [version('a', 'v2', 1, true), version('a', 'v1', 1)],
    [marker('a', 'm1', 1)],
    ['a v1', 'a m1 gone', 'a v2'],
  ],
  [
    'put three times',
    [version('a', 'v3', 1, true), version('a', 'v2', 1), version('a', 'v1', 1)],
    [],
    ['a v1', 'a v2', 'a v3'],
  ],
])('%s within a second', async (_, Versions, DeleteMarkers, expected) => {
  expect(await listed({ Versions, DeleteMarkers })).toEqual(expected);
});
