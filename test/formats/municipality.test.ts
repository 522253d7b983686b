import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { startStack } from '../../cli/stack/stack.ts';
import { shisaku } from '../backfill/shisaku.ts';
import { HARBOUR_FORMAT, harbourSheet } from './harbour.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-formats-'));
});
afterEach(() => rm(dir, { recursive: true }));

type Document = { status: string; warnings: { code: string; message: string }[] };

const ID = 'minatomachi-2021-shigoto-27';

test('a file in a folder is enough to read the sheets of a town', async () => {
  await writeFile(join(dir, 'sheet.pdf'), await harbourSheet());
  await writeFile(join(dir, 'minatomachi.yaml'), HARBOUR_FORMAT);
  const args = ['parse', join(dir, 'sheet.pdf')];
  expect((await shisaku(args).ended).stdout).not.toContain(ID);

  const { stdout, stderr } = await shisaku([...args, '--formats', dir]).ended;
  expect(stderr).toBe('');
  const [sheet] = JSON.parse(stdout).sheets;
  expect(sheet).toMatchObject({ id: ID, title: '灯台公園の手入れ', department: 'みなと振興課' });
  const [{ items }] = sheet.initiatives;
  expect(items.map(({ phase }: { phase: string }) => phase)).toEqual([
    'result',
    'result',
    'improvement',
  ]);
});

test('a file that cannot be used is refused with its name and what is wrong in it', async () => {
  await writeFile(join(dir, 'broken.yaml'), HARBOUR_FORMAT.replace('{department}', '{department'));
  const { code, stderr } = await shisaku(['parse', 'README.md', '--formats', dir]).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: malformed-format: .*broken\.yaml: header\.closing: /);
});

test('a running stack reads a town whose file is put into its bucket, and says so before', async () => {
  const stack = await startStack({
    port: 0,
    s3Port: 0,
    dynamodb: null,
    data: join(dir, 'data'),
    samples: null,
    redrive: false,
    log: () => {},
  });
  try {
    const aws = { region: REGION, credentials: CREDENTIALS, forcePathStyle: true };
    const s3 = new S3Client({ endpoint: stack.s3Url, ...aws });
    const put = async (Key: string, Body: Uint8Array | string) => {
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
      await stack.settled();
    };
    const get = async (path: string) => (await fetch(stack.apiUrl + path)).json();
    await put('sheet.pdf', await harbourSheet());
    expect((await fetch(`${stack.apiUrl}/v1/sheets/${ID}`)).status).toBe(404);

    await put('formats/minatomachi.yaml', HARBOUR_FORMAT);
    await put('formats/broken.yaml', 'format: [');
    const look = await shisaku(['reparse', '--api', stack.apiUrl]).ended;
    expect(look.stdout).toContain(ID);
    expect((await fetch(`${stack.apiUrl}/v1/sheets/${ID}`)).status).toBe(404);

    const publish = await shisaku(['reparse', '--publish', '--api', stack.apiUrl]).ended;
    expect(publish.code).toBe(0);
    expect(await get(`/v1/sheets/${ID}`)).toMatchObject({ title: '灯台公園の手入れ' });
    const { items } = (await get('/v1/documents')) as { items: Document[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ status: 'SUCCEEDED' });
    const told = items[0]?.warnings.map(({ code, message }) => [code, message.split(':')[0]]);
    expect(told).toContainEqual(['malformed-format', 'The format file broken.yaml is not used']);
  } finally {
    await stack.close();
  }
});
