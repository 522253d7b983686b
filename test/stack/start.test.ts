import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

let dir: string;
let children: ChildProcess[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-start-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await rm(dir, { recursive: true });
});

function shisaku(...options: string[]) {
  const ports = ['--port', '0', '--s3-port', '0'];
  const data = ['--data', join(dir, 'data'), '--no-samples'];
  const child = spawn(process.execPath, [SHISAKU, 'start', ...ports, ...data, ...options]);
  children.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    said,
    exit,
    async ready() {
      while (!said.stdout.includes('\n')) {
        if (child.exitCode !== null) throw new Error(said.stderr);
        await pause(20);
      }
      const apiUrl = said.stdout.replace('ready: ', '').trim();
      const s3Url = /S3\s+(http\S+)/.exec(said.stderr)?.[1] ?? '';
      return { apiUrl, s3Url };
    },
    /** @returns the exit code */
    stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return exit;
    },
  };
}

const upload = (s3Url: string, Key: string) =>
  new S3Client({
    endpoint: s3Url,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  }).send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }));

const statuses = async (apiUrl: string) => {
  const response = await fetch(`${apiUrl}/v1/documents`);
  const { items } = (await response.json()) as { items: { status: string }[] };
  return items.map(({ status }) => status);
};

test('says one line on stdout, where things are on stderr, and stops when told', async () => {
  const start = shisaku();
  const { apiUrl } = await start.ready();
  expect((await fetch(`${apiUrl}/v1/health`)).status).toBe(200);
  expect(await start.stop('SIGINT')).toBe(0);
  expect(start.said.stdout).toMatch(/^ready: http:\/\/127\.0\.0\.1:\d+\n$/);
  for (const part of ['sheets', 'shisaku-local-only', 'ap-northeast-1', '--endpoint-url', 'curl']) {
    expect(start.said.stderr).toContain(part);
  }
});

test('what was uploaded right before the end is read at the next start', async () => {
  const first = shisaku();
  const { s3Url } = await first.ready();
  const keys = Array.from({ length: 12 }, (_, index) => `${index}.pdf`);
  await Promise.all(keys.map((key) => upload(s3Url, key)));
  expect(await first.stop('SIGTERM')).toBe(0);

  const { apiUrl } = await shisaku().ready();
  await expect.poll(() => statuses(apiUrl), { timeout: 60_000 }).toEqual(keys.map(() => 'FAILED'));
});

test('a killed process leaves nothing behind that hinders the next', async () => {
  const first = shisaku();
  const { s3Url } = await first.ready();
  await upload(s3Url, 'a.pdf');
  await first.stop('SIGKILL');

  const { apiUrl } = await shisaku().ready();
  await expect.poll(() => statuses(apiUrl), { timeout: 60_000 }).toEqual(['FAILED']);
});

test('a port in use: a sentence, exit code 2, nothing begun', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const start = shisaku('--s3-port', String(port));
  expect(await start.exit).toBe(2);
  expect(start.said.stderr).toMatch(new RegExp(`^error: port-in-use: .*${port}.*--s3-port`));
  expect(start.said.stdout).toBe('');
  expect(await readdir(dir)).toEqual([]);
  other.close();
});

test('the same data directory twice: a sentence, exit code 2', async () => {
  await shisaku().ready();
  const second = shisaku();
  expect(await second.exit).toBe(2);
  expect(second.said.stderr).toMatch(/^error: data-in-use: /);
});

test('a port that is none is refused', async () => {
  const start = shisaku('--port', 'http');
  expect(await start.exit).toBe(2);
  expect(start.said.stderr).toContain('error: usage: ');
});
