import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { connectTable } from '../../lambdas/adapters/dynamodb/connect.ts';
import { ensureTable } from '../../lambdas/adapters/dynamodb/ensure-table.ts';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { readPdf } from '../../lambdas/reader/read.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';
import { sqsEvent } from '../ingest/world.ts';
import { startServices } from './services.ts';
import { shisaku } from './shisaku.ts';

const TABLE = 'records';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const client = { region: 'ap-northeast-1', credentials };

let dir: string;
let dynamodb: Awaited<ReturnType<typeof startGuardedDynamodb>>;
let s3: Awaited<ReturnType<typeof startS3Server>>;
let aws: Awaited<ReturnType<typeof startServices>>;
const events: S3Event[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-aws-'));
  dynamodb = await startGuardedDynamodb(join(dir, 'table'));
  s3 = await startS3Server({
    ...{ ...client, port: 0, dir: join(dir, 's3'), bucket: 'docs', log: console.error },
    onEvent: async (event) => void events.push(event),
  });
  aws = await startServices({ 'shisaku-test-storage': { BucketName: 'docs', TableName: TABLE } });
});
afterAll(async () => {
  await aws.close();
  await s3.close(0);
  await dynamodb.close();
  await rm(dir, { recursive: true, force: true });
});

const at = (port: number) => ({ ...client, endpoint: `http://127.0.0.1:${port}` });
const rebuild = (...options: string[]) =>
  shisaku(['rebuild', ...options], {
    AWS_REGION: client.region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_CLOUDFORMATION: aws.url,
    AWS_ENDPOINT_URL_S3: at(s3.port).endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: at(dynamodb.port).endpoint,
  }).ended;

test('the table of a deployed stack is checked, and made anew from all versions in its bucket', async () => {
  await ensureTable(TABLE, at(dynamodb.port));
  const { store, clear } = connectTable(TABLE, at(dynamodb.port));
  const bucket = connectBucket('docs', { ...at(s3.port), forcePathStyle: true });
  const app = makeApp({ store, bucket });
  const uploads = new S3Client({ ...at(s3.port), forcePathStyle: true });
  const { handler } = makeIngest({ store, bucket, readPdf });
  const deliver = async () =>
    expect((await handler(sqsEvent(events.splice(0)))).batchItemFailures).toEqual([]);
  const put = async (Key: string, name: string) => {
    const Body = await readFile(`samples/${name}`);
    await uploads.send(new PutObjectCommand({ Bucket: 'docs', Key, Body }));
    await deliver();
  };
  await put('年度/評価 1+2%.pdf', 'shiomi-2012-kinkyu-2.pdf');
  await put('年度/評価 1+2%.pdf', 'shiomi-2013-shisaku-214.pdf');
  await put('gone.pdf', 'shiomi-2018-shisaku-326.pdf');
  await put('publisher=242021/b.pdf', 'shiomi-2018-shisaku-326.pdf');
  await put('bad.pdf', 'README.md');
  await uploads.send(new DeleteObjectCommand({ Bucket: 'docs', Key: 'gone.pdf' }));
  uploads.destroy();

  await deliver();

  const timeless = (name: string, value: unknown) =>
    name === 'receivedAt' || name === 'updatedAt' ? undefined : value;
  const items = async (path: string) =>
    ((await (await app.request(path)).json()) as { items: { id?: string }[] }).items;
  const state = async () => {
    const sheets = await items('/v1/sheets');
    const lists = ['/v1/documents', '/v1/observations?limit=200', '/v1/search?q=計画'];
    const histories = sheets.map(({ id }) => `/v1/sheets/${id}/revisions`);
    const told = await Promise.all([...lists, ...histories].map(items));
    return [sheets, ...told].map((list) =>
      list.map((one) => JSON.stringify(one, timeless)).toSorted(),
    );
  };
  const before = await state();
  expect(before.map(({ length }) => length > 0)).toEqual(before.map(() => true));

  expect(await rebuild('--check', '--stack', 'shisaku-test')).toMatchObject({
    ...{ code: 0, stdout: '0 differences\n' },
  });

  await clear();
  const lost = await rebuild('--check', '--stack', 'shisaku-test');
  expect(lost.code, lost.stderr).toBe(1);
  expect(lost.stdout).toContain(
    '年度/評価 1+2%.pdf: the store does not have what the bucket holds',
  );
  expect(lost.stdout).toContain('3 differences');
  expect(await items('/v1/documents')).toEqual([]);

  const made = await rebuild('--stack', 'shisaku-test');
  expect(made.code, made.stderr).toBe(0);
  // What is removed here leaves no versions; on S3 it does.
  expect(made.stdout).toBe('3 keys, 4 versions read, 1 rejected, 3 created\n');
  expect(await state()).toEqual(before);
  expect((await rebuild('--check', '--stack', 'shisaku-test')).stdout).toBe('0 differences\n');
}, 120_000);

test('a stack that is not there is refused, and nothing is emptied', async () => {
  const ended = await rebuild('--stack', 'unknown');
  expect(ended.stderr).toMatch(/^error: no-such-stack: /);
  expect(ended.code).toBe(2);
});
