import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localS3, noise } from './local-s3.ts';

const Bucket = 'sheets';
let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

test('each change has one event of its kind, in order, restarts included', async () => {
  const Key = '評価 シート+1.pdf';
  await s3.client().send(new PutObjectCommand({ Bucket, Key, Body: 'text' }));
  const [put] = s3.events;
  expect(put).toMatchObject({
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'ap-northeast-1',
    eventName: 'ObjectCreated:Put',
    s3: {
      s3SchemaVersion: '1.0',
      bucket: { name: Bucket, arn: 'arn:aws:s3:::sheets' },
      object: {
        key: '%E8%A9%95%E4%BE%A1+%E3%82%B7%E3%83%BC%E3%83%88%2B1.pdf',
        size: 4,
        eTag: '1cb251ec0d568de6a929b520c4aed8d1',
        sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
      },
    },
  });
  expect(new Date(put?.eventTime ?? '').getTime()).toBeGreaterThan(Date.now() - 60_000);

  await s3.restart();
  const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
  const client = s3.client();
  await client.send(new CopyObjectCommand({ Bucket, Key: 'copy.pdf', CopySource }));
  const params = { Bucket, Key: 'large.pdf', Body: noise(6 * 1024 * 1024) };
  await new Upload({ client, params }).done();
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'never there' }));
  await s3.restart();
  const Delete = { Objects: [{ Key: 'copy.pdf' }, { Key: 'large.pdf' }] };
  await s3.client().send(new DeleteObjectsCommand({ Bucket, Delete }));

  expect(s3.events.map((event) => [event.eventName, event.s3.object.key])).toEqual([
    ['ObjectCreated:Put', '%E8%A9%95%E4%BE%A1+%E3%82%B7%E3%83%BC%E3%83%88%2B1.pdf'],
    ['ObjectCreated:Copy', 'copy.pdf'],
    ['ObjectCreated:CompleteMultipartUpload', 'large.pdf'],
    ['ObjectRemoved:Delete', '%E8%A9%95%E4%BE%A1+%E3%82%B7%E3%83%BC%E3%83%88%2B1.pdf'],
    ['ObjectRemoved:Delete', 'copy.pdf'],
    ['ObjectRemoved:Delete', 'large.pdf'],
  ]);
  expect(s3.events[2]?.s3.object.eTag).toMatch(/-2$/);
  expect(s3.events[3]?.s3.object).not.toHaveProperty('size');
  const sequencers = s3.events.map((event) => event.s3.object.sequencer);
  expect(sequencers).toEqual([...new Set(sequencers)].toSorted());
});
