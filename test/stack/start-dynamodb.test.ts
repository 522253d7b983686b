import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUCKET } from '../../cli/stack/defaults.ts';
import { shisaku } from '../backfill/shisaku.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';
import { startStackProcess } from '../faults/stack-process.ts';

let dir: string;
let dynamodb: Awaited<ReturnType<typeof startGuardedDynamodb>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-start-'));
  dynamodb = await startGuardedDynamodb(join(dir, 'table'));
});
afterAll(async () => {
  await dynamodb.close();
  await rm(dir, { recursive: true });
});

const start = (data: string, url: string) =>
  startStackProcess(join(dir, data), { options: ['--dynamodb', url] });

test('the records are in the DynamoDB at the URL: read, killed, started again, exported', async () => {
  const url = `http://127.0.0.1:${dynamodb.port}`;
  const first = await start('data', url);
  expect(first.said.stderr).toContain(`records   ${url}   table `);
  const Body = await readFile('samples/shiomi-2013-shisaku-214.pdf');
  await first.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a.pdf', Body }));
  const statuses = async ({ json }: typeof first) =>
    (await json('/v1/documents')).items.map(({ status }: { status: string }) => status);
  await expect.poll(() => statuses(first), { timeout: 60_000 }).toEqual(['SUCCEEDED']);
  expect(await readdir(join(dir, 'data'))).not.toContain('store.sqlite');
  await first.stop('SIGKILL');

  const second = await start('data', url);
  expect(await statuses(second)).toEqual(['SUCCEEDED']);
  const api = ['--api', second.url('')];
  const got = await shisaku(['get', 'shiomi-2013-shisaku-214', ...api]).ended;
  expect(JSON.parse(got.stdout)).toMatchObject({ id: 'shiomi-2013-shisaku-214' });
  // A command that works on a running stack finds its records where they are.
  const filled = await shisaku(['backfill', 'samples/shiomi-2013-shisaku-214.pdf', ...api]).ended;
  expect(filled.stdout, filled.stderr).toContain('1 file: 0 created, 0 revised, 1 unchanged');
  expect(await second.stop()).toBe(0);
}, 120_000);

const refused = (url: string) =>
  shisaku([
    ...['start', '--port', '0', '--s3-port', '0', '--no-samples'],
    ...['--data', join(dir, 'refused'), '--dynamodb', url],
  ]).ended;

test.each(['table', 'file:///tmp/store.sqlite'])('%s is no URL of a DynamoDB', async (url) => {
  const { code, stderr } = await refused(url);
  expect(stderr).toMatch(/^error: usage: /);
  expect(code).toBe(2);
});

test('where nothing answers, or something else, it says so', async () => {
  const other = createServer((_, response) => response.end('<html></html>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  for (const url of ['http://127.0.0.1:1', `http://127.0.0.1:${port}`]) {
    const { code, stdout, stderr } = await refused(url);
    expect(stderr).toMatch(
      new RegExp(`^error: no-dynamodb: No DynamoDB answers at ${url}: .*\\n$`),
    );
    expect([code, stdout]).toEqual([2, '']);
  }
  other.close();
});
