import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localS3, noise, sha256 } from './local-s3.ts';

const Bucket = 'sheets';
const MB = 1024 * 1024;
let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

describe('a multipart upload by hand', () => {
  const begin = async (Key: string) => {
    const client = s3.client();
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const part = async (PartNumber: number, Body: Buffer) => {
      const { ETag } = await client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
      );
      return { PartNumber, ETag };
    };
    const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
      client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    return { client, Key, UploadId, part, complete };
  };

  test('goes on after a restart, a part sent twice counts once', async () => {
    const { Key, UploadId, part } = await begin('resumed');
    await part(2, noise(1000, 2));
    await part(1, noise(5 * MB, 9));
    const first = await part(1, noise(5 * MB, 1));
    await s3.restart();
    const client = s3.client();
    const { Parts } = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }));
    expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * MB],
      [2, 1000],
    ]);
    expect(Parts?.[0]?.ETag).toBe(first.ETag);
    await client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    );
    const whole = Buffer.concat([noise(5 * MB, 1), noise(1000, 2)]);
    expect(sha256(await s3.stored(Key))).toBe(sha256(whole));
  });

  test('refuses parts that are small, out of order or unknown', async () => {
    const { part, complete } = await begin('refused');
    const one = await part(1, noise(10));
    const two = await part(2, noise(10));
    const named = (name: string) => expect.objectContaining({ name });
    await expect(complete([one, two])).rejects.toThrow(named('EntityTooSmall'));
    await expect(complete([two, one])).rejects.toThrow(named('InvalidPartOrder'));
    await expect(complete([{ ...one, ETag: two.ETag?.replace(/./g, '0') }])).rejects.toThrow(
      named('InvalidPart'),
    );
    await complete([one]);
    await expect(complete([one])).rejects.toThrow(named('NoSuchUpload'));
  });

  test('takes parts out of another object', async () => {
    const { client, Key, UploadId, part, complete } = await begin('assembled');
    const source = noise(6 * MB, 3);
    await client.send(new PutObjectCommand({ Bucket, Key: '素 材', Body: source }));
    const { CopyPartResult } = await client.send(
      new UploadPartCopyCommand({
        Bucket,
        Key,
        UploadId,
        PartNumber: 1,
        CopySource: `${Bucket}/${encodeURIComponent('素 材')}`,
        CopySourceRange: `bytes=100-${5 * MB + 99}`,
      }),
    );
    await complete([{ PartNumber: 1, ETag: CopyPartResult?.ETag }, await part(2, noise(10))]);
    const whole = Buffer.concat([source.subarray(100, 5 * MB + 100), noise(10)]);
    expect(sha256(await s3.stored(Key))).toBe(sha256(whole));
  });

  test('is gone once aborted', async () => {
    const { client, Key, UploadId, part } = await begin('aborted');
    await part(1, noise(10));
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    await expect(part(2, noise(10))).rejects.toThrow(
      expect.objectContaining({ name: 'NoSuchUpload' }),
    );
  });
});
