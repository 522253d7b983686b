import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { LIMITS, REFUSED } from './files.ts';

const dir = mkdtempSync(join(tmpdir(), 'shisaku-refusals-'));
const env = { ...process.env, ...LIMITS };
for (const { name, bytes } of REFUSED) writeFileSync(join(dir, name), bytes);
afterAll(() => rmSync(dir, { recursive: true }));

function parse(...files: string[]) {
  const paths = files.map((file) => join(dir, file));
  const args = ['cli/shisaku.js', 'parse', ...paths];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env });
}

describe('on the command line', () => {
  it.each(REFUSED)('$name is $code', ({ name, code }) => {
    const { status, stdout, stderr } = parse(name);
    expect(stderr).toMatch(new RegExp(`^error: ${code}: [A-Z].*\\.\n(?:→ .*\n)?$`));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('several files give one array with their errors', () => {
    const { status, stdout } = parse('blank.pdf', '文章 1.pdf');
    const codes = JSON.parse(stdout).map((one: { error: { code: string } }) => one.error.code);
    expect({ status, codes }).toEqual({ status: 2, codes: ['empty-document', 'not-a-pdf'] });
  });
});

describe('in the bucket', () => {
  let stack: ChildProcess;
  let api: string;
  let s3: S3Client;

  beforeAll(async () => {
    const ports = ['--port', '0', '--s3-port', '0'];
    const options = [...ports, '--data', join(dir, 'data'), '--no-samples'];
    stack = spawn(process.execPath, ['cli/shisaku.js', 'start', ...options], { env });
    const said = { out: '', err: '' };
    stack.stdout?.on('data', (text) => {
      said.out += text;
    });
    stack.stderr?.on('data', (text) => {
      said.err += text;
    });
    while (!said.out.includes('\n')) await pause(20);
    api = said.out.replace('ready: ', '').trim();
    const endpoint = /S3\s+(http\S+)/.exec(said.err)?.[1] ?? '';
    s3 = new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true });
  });
  afterAll(async () => {
    stack.kill('SIGTERM');
    await once(stack, 'exit');
  });

  type Document = { status: string; error: { code: string; message: string } | null };

  async function settled(key: string): Promise<Document> {
    for (;;) {
      const answer = await fetch(`${api}/v1/documents?key=${encodeURIComponent(key)}`);
      const { items } = (await answer.json()) as { items: Document[] };
      const [document] = items;
      if (document?.status === 'FAILED' || document?.status === 'SUCCEEDED') return document;
      await pause(50);
    }
  }

  it.each(REFUSED)('$name is FAILED with $code', async ({ name, code, bytes }) => {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: name, Body: bytes }));
    const { status, error } = await settled(name);
    expect({ status, code: error?.code }).toEqual({ status: 'FAILED', code });
    expect(error?.message).toMatch(/^[A-Z].*\.$/);
  });

  it('the next good upload still works', async () => {
    const Key = 'good.pdf';
    const Body = readFileSync('samples/shiomi-2012-kinkyu-2.pdf');
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
    expect((await settled(Key)).status).toBe('SUCCEEDED');
  });
});
