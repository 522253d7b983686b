import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET } from '../../cli/stack/defaults.ts';
import { startStackProcess } from '../faults/stack-process.ts';

/** A disk of 16 MB; only root may mount one. */
let disk: string;
const asRoot = (...command: [string, ...string[]]) => {
  const [program, ...options] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  execFileSync(program ?? '', options);
};
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'shisaku-disk-'));
  asRoot('mount', '-t', 'tmpfs', '-o', `size=16m,mode=0777`, 'tmpfs', disk);
});
afterEach(() => {
  asRoot('umount', '-l', disk);
  rmSync(disk, { recursive: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a full disk is an S3 error at once; what was acknowledged stays, and it goes on when there is room', async () => {
  const stack = await startStackProcess(join(disk, 'data'));
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 3_000_000));

  const acknowledged = new Map<string, string>();
  let refused = 0;
  const put = async (n: number, bytes: number) => {
    const Body = Buffer.alloc(bytes, `no PDF ${n} `);
    const start = performance.now();
    try {
      await stack.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${n}.pdf`, Body }));
      acknowledged.set(`${n}.pdf`, sha256(Body));
    } catch (error) {
      refused++;
      expect(error).toMatchObject({ name: 'InsufficientStorage' });
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  };
  for (let n = 0; n < 12; n++) await put(n, 500_000);
  for (let n = 12; n < 40; n++) await put(n, 5_000);
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  expect((await stack.json('/v1/health')).status).toBe('ok');

  await rm(ballast);
  await put(100, 1_000);
  expect(acknowledged.has('100.pdf')).toBe(true);
  const read = async () => {
    const documents: { keys: string[]; error: { code: string } | null }[] = [];
    for (let cursor = ''; ; ) {
      const page = await stack.json(`/v1/documents?limit=200${cursor && `&cursor=${cursor}`}`);
      documents.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const ended = documents.filter(({ error }) => error?.code === 'not-a-pdf');
    const keys = new Set(ended.flatMap((one) => one.keys));
    return [...acknowledged.keys()].filter((key) => !keys.has(key));
  };
  await expect.poll(read, { timeout: 60_000, interval: 500 }).toEqual([]);
  for (const [Key, hash] of acknowledged) {
    const { Body } = await stack.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(sha256((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(hash);
  }
  expect(await stack.stop()).toBe(0);
  expect(stack.said.stderr).not.toContain('    at ');
}, 180_000);
