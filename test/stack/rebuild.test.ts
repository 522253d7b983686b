import { randomBytes } from 'node:crypto';
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Event } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkHere } from '../../cli/rebuild/here.ts';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { putPdf } from '../../cli/stack/put-object.ts';
import { openRecords, rebuildFile } from '../../cli/stack/records.ts';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { storeFile } from '../../cli/stack/store.ts';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import { openDatabase } from '../../lambdas/adapters/sqlite/open.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import type { Bucket } from '../../lambdas/ports/blobs.ts';
import { allRows } from '../adapters/backends.ts';
import { stateOf } from '../faults/rows.ts';
import { pdf, readMadeUp, sqsEvent } from '../ingest/world.ts';

const aws = { region: REGION, credentials: CREDENTIALS };
const readPdf = async (bytes: Uint8Array) => readMadeUp(bytes);

let data: string;
let bucket: Bucket;
let s3: Awaited<ReturnType<typeof startS3Server>>;
let put: (key: string, body: string) => Promise<void>;
let remove: (key: string) => Promise<void>;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'shisaku-rebuild-'));
  const events: S3Event[] = [];
  s3 = await startS3Server({
    ...{ ...aws, port: 0, dir: join(data, 's3'), bucket: BUCKET, log: console.error },
    onEvent: async (event) => void events.push(event),
  });
  const endpoint = `http://127.0.0.1:${s3.port}`;
  bucket = connectBucket(BUCKET, { ...aws, endpoint, forcePathStyle: true });
  const deliver = async () => {
    const records = await openRecords(data, bucket, () => {});
    const { handler } = makeIngest({ store: records.store, bucket, readPdf });
    const { batchItemFailures } = await handler(sqsEvent(events.splice(0)));
    expect(batchItemFailures).toEqual([]);
    records.close();
  };
  put = async (key, body) => {
    // The store has to be there before the first file.
    if (!(await stat(storeFile(data)).catch(() => undefined)))
      openDatabase(storeFile(data)).close();
    await putPdf({ s3Url: endpoint, bucket: BUCKET }, key, Buffer.from(body), aws);
    await deliver();
  };
  remove = async (key) => {
    const { S3Client, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    const client = new S3Client({ ...aws, endpoint, forcePathStyle: true });
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }));
    client.destroy();
    await deliver();
  };
});
afterEach(async () => {
  await s3.close(0);
  await rm(data, { recursive: true, force: true });
});

const stored = () => {
  const database = openDatabase(storeFile(data));
  const rows = allRows(database);
  database.close();
  return remembered(rows);
};

/** Without what this machine's bucket forgets: that a key was removed. Its own events come no later than that. */
const remembered = (rows: ReturnType<typeof allRows>) =>
  stateOf(
    rows
      .filter(({ sk, claims }) => sk !== 'KEY' || (Array.isArray(claims) && claims.length > 0))
      .map(({ removedAt: _, ...row }) => row),
  ).state;

/** Two revisions under one key, a copy elsewhere, a bad file, a key that was removed and one that came back. */
async function aLife(): Promise<void> {
  const [first, second] = [pdf([{ title: '甲' }]), pdf([{ title: '乙' }])];
  await put('a.pdf', first);
  await put('a.pdf', second);
  await put('copy/a.pdf', second);
  await put('施策 1+2.pdf', pdf([{ number: '9' }, { number: '10' }]));
  await put('bad.pdf', 'no PDF');
  await put('gone.pdf', pdf([{ number: '11' }]));
  await remove('gone.pdf');
  await put('back.pdf', pdf([{ number: '12', title: '前' }]));
  await remove('back.pdf');
  await put('back.pdf', pdf([{ number: '12', title: '後' }]));
  await put('back.pdf', pdf([{ number: '12', title: '後' }]));
}

test('a store that is made anew from the bucket is the one that grew, with every revision', async () => {
  await aLife();
  const before = stored();
  await rm(storeFile(data));
  const { keys, versions, outcomes } = await rebuildFile(data, bucket, undefined, readPdf);
  expect({ keys, versions }).toEqual({ keys: 5, versions: 7 });
  expect(Object.keys(outcomes).toSorted()).toEqual(['created', 'rejected', 'revised', 'unchanged']);
  expect(stored()).toEqual(before);
});

test('a check says what differs, and nothing where nothing does', async () => {
  await aLife();
  expect(await checkHere(data)).toEqual([]);
  const records = await openRecords(data, bucket, () => {});
  await records.store.remove('bad.pdf', 'F'.repeat(64));
  await records.store.settle('bad.pdf');
  records.close();
  expect(await checkHere(data)).toEqual(['bad.pdf: the store does not have what the bucket holds']);
});

test('the file of an earlier release, or its folder of another database, is made anew by itself', async () => {
  await aLife();
  const before = stored();
  const file = storeFile(data);
  const takenOver = async () => {
    const said: string[] = [];
    const records = await openRecords(data, bucket, (line) => void said.push(line), readPdf);
    records.close();
    expect(said).toEqual([expect.stringContaining('of an earlier release')]);
    expect(stored()).toEqual(before);
  };

  const database = openDatabase(file);
  database.exec('PRAGMA user_version = 1');
  database.close();
  await expect(checkHere(data)).rejects.toMatchObject({ code: 'store-outdated' });
  await takenOver();

  await rm(file);
  await mkdir(join(data, 'dynamodb'));
  await writeFile(join(data, 'dynamodb', 'CURRENT'), 'MANIFEST-000001\n');
  await takenOver();
  expect(await readdir(data)).toContain('dynamodb-no-longer-used');
  await opened();
});

test('the file of a later release is not touched', async () => {
  await aLife();
  const database = openDatabase(storeFile(data));
  database.exec('PRAGMA user_version = 99');
  database.close();
  const before = await readFile(storeFile(data));
  await expect(opened()).rejects.toMatchObject({ code: 'store-damaged' });
  expect((await readFile(storeFile(data))).equals(before)).toBe(true);
});

const opened = () => openRecords(data, bucket, () => {}).then((records) => records.close());

test('a store that is missing, cut off or overwritten is noticed, with the command that mends it', async () => {
  await aLife();
  const file = storeFile(data);
  const kept = `${file}.kept`;
  await copyFile(file, kept);
  const { size } = await stat(kept);

  await rm(file);
  await expect(opened()).rejects.toMatchObject({
    code: 'store-missing',
    message: expect.stringContaining('shisaku rebuild --data'),
  });
  const damaged = {
    code: 'store-damaged',
    message: expect.stringContaining('shisaku rebuild --data'),
  };
  for (const left of [0.1, 0.5, 0.9]) {
    await copyFile(kept, file);
    await truncate(file, Math.floor(size * left));
    await expect(opened()).rejects.toMatchObject(damaged);
  }
  const whole = await readFile(kept);
  let noticed = 0;
  for (let n = 0; n < 20; n++) {
    await copyFile(kept, file);
    const at = Math.floor(((n + Math.random()) / 20) * (size - 64));
    const handle = await open(file, 'r+');
    await handle.write(randomBytes(64), 0, 64, at);
    await handle.close();
    const failed = await opened().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failed) {
      expect(failed).toMatchObject(damaged);
      noticed++;
      continue;
    }
    // What is not noticed must be a place that holds nothing.
    const database = openDatabase(file);
    const found = remembered(allRows(database));
    database.close();
    await copyFile(kept, file);
    expect(found, `64 bytes at ${at} of ${whole.length}`).toEqual(stored());
  }
  expect(noticed).toBeGreaterThan(0);
});
