import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { type RunningStack, type StackOptions, startStack } from '../../cli/stack/stack.ts';

let dir: string;
let logged: string[];
let stacks: RunningStack[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-stack-'));
  logged = [];
  stacks = [];
});
afterEach(async () => {
  for (const stack of stacks) await stack.close();
  await rm(dir, { recursive: true });
});

const start = async (options: Partial<StackOptions> = {}) => {
  const stack = await startStack({
    port: 0,
    s3Port: 0,
    dynamodb: null,
    data: join(dir, 'data'),
    samples: null,
    redrive: false,
    log: (line) => logged.push(line),
    ...options,
  });
  stacks.push(stack);
  return stack;
};
const s3 = ({ s3Url }: RunningStack) =>
  new S3Client({
    endpoint: s3Url,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
const documents = async ({ apiUrl }: RunningStack) => {
  const response = await fetch(`${apiUrl}/v1/documents`);
  const { items } = (await response.json()) as {
    items: { keys: string[]; status: string; error: { code: string } | null }[];
  };
  return items.map(({ keys, status, error }) => [keys, status, error?.code]);
};

test('what is uploaded is read, and all of it is there after a restart', async () => {
  const first = await start();
  const Key = '施策/読めない+1 %.pdf';
  await s3(first).send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'no PDF' }));
  await first.settled();
  const expected = [[[Key], 'FAILED', 'not-a-pdf']];
  expect(await documents(first)).toEqual(expected);
  await first.close();

  const second = await start();
  expect(await documents(second)).toEqual(expected);
  const { Body } = await s3(second).send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  expect(await Body?.transformToString()).toBe('no PDF');
  expect(logged).toEqual([]);
});

test('samples are uploaded once', async () => {
  const samples = join(dir, 'samples');
  await mkdir(samples);
  await writeFile(join(samples, '例 1.pdf'), 'a sample');
  await writeFile(join(samples, 'README.md'), 'no sample');
  const first = await start({ samples });
  await first.settled();
  expect(await documents(first)).toEqual([[['samples/例 1.pdf'], 'FAILED', 'not-a-pdf']]);
  await first.close();

  await writeFile(join(samples, '例 1.pdf'), 'another sample');
  const second = await start({ samples });
  await second.settled();
  expect(await documents(second)).toHaveLength(1);
  expect(logged).toHaveLength(1);
});

test.each(['port', 's3Port'])('%s in use: nothing is begun', async (option) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(start({ [option]: port })).rejects.toThrow(
    expect.objectContaining({ code: 'port-in-use', message: expect.stringContaining(`${port}`) }),
  );
  expect(await readdir(dir)).toEqual([]);
  other.close();
});

test('one port for two servers is refused', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await new Promise((resolve) => other.close(resolve));
  await expect(start({ port, s3Port: port })).rejects.toThrow(
    expect.objectContaining({ code: 'port-in-use', message: expect.stringContaining('--s3-port') }),
  );
});

test('one stack per data directory', async () => {
  await start();
  await expect(start()).rejects.toThrow(expect.objectContaining({ code: 'data-in-use' }));
});

test('the API answers under the names of this machine only', async () => {
  const { apiUrl } = await start();
  const ask = (host: string) =>
    new Promise((resolve, reject) => {
      httpRequest(`${apiUrl}/v1/health`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  expect(await ask('localhost:8787')).toBe(200);
  expect(await ask('rebound.example')).toBe(403);
});
