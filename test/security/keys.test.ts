import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { type RunningStack, startStack } from '../../cli/stack/stack.ts';

let dir: string;
let stack: RunningStack;
const told: string[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-keys-'));
  await mkdir(join(dir, 'beside'));
  const ports = { port: 0, s3Port: 0, dynamodb: null };
  const log = (line: string) => told.push(line);
  const data = join(dir, 'data');
  stack = await startStack({ ...ports, data, samples: null, redrive: false, log });
});
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true });
});

const put = (Key: string, Body = `no PDF: ${Key}`) =>
  new S3Client({
    endpoint: stack.s3Url,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  }).send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));

const documentsOf = async (key: string) => {
  const answer = await fetch(`${stack.apiUrl}/v1/documents?${new URLSearchParams({ key })}`);
  const { items } = (await answer.json()) as { items: { keys: string[]; status: string }[] };
  return items.map(({ keys, status }) => ({ keys, status }));
};

it.each([
  '../../beside/x.pdf',
  'a/../../../beside/y.pdf',
  '..%2f..%2fbeside%2fz.pdf',
  '/absolute.pdf',
  'C:\\beside\\x.pdf',
  'line\nbreak\r\n{"level":"ERROR"}.pdf',
  '\u202egnp.fdp',
  '=HYPERLINK("http://x").pdf',
  '<img src=x onerror=alert(1)>&amp;]]>.pdf',
  '__proto__',
  'constructor/toString',
  '名前 +%2B&?#;.pdf',
  'x'.repeat(1024),
])('the key %j is a name and nothing else', async (key) => {
  await put(key);
  await stack.settled();
  expect(await documentsOf(key)).toEqual([{ keys: [key], status: 'FAILED' }]);
  expect(await readdir(dir)).toEqual(['beside', 'data']);
  expect(await readdir(join(dir, 'beside'))).toEqual([]);
  expect(told).toEqual([]);
});

test('what the service itself put there is not read', async () => {
  for (const key of ['answers/x.pdf', 'runs/x.pdf']) {
    await put(key);
    await stack.settled();
    expect(await documentsOf(key)).toEqual([]);
  }
});
