import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Consume, openQueue, type Queue } from '../../cli/stack/queue.ts';

let dir: string;
let logged: string[];
let queues: Queue[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-queue-'));
  logged = [];
  queues = [];
});
afterEach(async () => {
  for (const queue of queues) await queue.close(0);
  await rm(dir, { recursive: true, force: true });
});

const options = () => ({
  dir,
  arn: 'arn:aws:sqs:ap-northeast-1:000000000000:ingest',
  region: 'ap-northeast-1',
  log: (line: string) => logged.push(line),
  retryDelay: () => 5,
});
const open = async (consume: Consume) => {
  const queue = await openQueue(options());
  queue.deliverTo(consume);
  queues.push(queue);
  return queue;
};
/** A consumer that never comes to an end; resolves when it has begun. */
const openStuck = async (send: string | null) => {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const stuck = await open(() => {
    resolve();
    return new Promise(() => {});
  });
  if (send !== null) await stuck.send(send);
  await begun;
  return stuck;
};
const DONE: ReadonlyMap<string, string> = new Map();
const pending = () => readdir(join(dir, 'pending'));
const dead = () => readdir(join(dir, 'dead'));

test('a message comes as SQS gives it to Lambda and is then gone', async () => {
  const events: SQSEvent[] = [];
  const queue = await open(async (event) => {
    events.push(event);
    return DONE;
  });
  const before = Date.now();
  await queue.send('{"a":1}');
  await queue.settled();
  expect(events).toEqual([
    {
      Records: [
        {
          messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          receiptHandle: expect.any(String),
          body: '{"a":1}',
          md5OfBody: 'bb6cb5c68df4652941caf652a366f2d8',
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: expect.any(String),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: expect.any(String),
          },
          messageAttributes: {},
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:ap-northeast-1:000000000000:ingest',
          awsRegion: 'ap-northeast-1',
        },
      ],
    },
  ]);
  const sent = Number(events[0]?.Records[0]?.attributes.SentTimestamp);
  expect(sent).toBeGreaterThanOrEqual(before);
  expect(await pending()).toEqual([]);
});

test('only what a batch reports is delivered again', async () => {
  const seen: string[] = [];
  const queue = await open(async ({ Records }) => {
    seen.push(...Records.map(({ body, attributes }) => body + attributes.ApproximateReceiveCount));
    const bad = Records.filter(
      ({ body, attributes }) => body === 'b' && attributes.ApproximateReceiveCount < '3',
    );
    return new Map(bad.map(({ messageId }) => [messageId, 'not yet']));
  });
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(queue.send));
  await queue.settled();
  expect(seen.toSorted()).toEqual(['a1', 'b1', 'b2', 'b3', 'c1', 'd1', 'e1', 'f1']);
  expect(await pending()).toEqual([]);
  expect(await dead()).toEqual([]);
});

test('a failure that names no message of the batch fails the batch', async () => {
  const counts: string[] = [];
  const queue = await open(async ({ Records }) => {
    counts.push(...Records.map(({ attributes }) => attributes.ApproximateReceiveCount));
    return counts.length === 1 ? new Map([['', 'odd']]) : DONE;
  });
  await queue.send('a');
  await queue.settled();
  expect(counts).toEqual(['1', '2']);
});

test('after the fifth receive it is kept aside with its reason', async () => {
  let calls = 0;
  const queue = await open(async () => {
    calls++;
    throw new Error('no table');
  });
  await queue.send('poison');
  await queue.settled();
  expect(calls).toBe(5);
  expect(await pending()).toEqual([]);
  const [name = ''] = await dead();
  const kept = JSON.parse(await readFile(join(dir, 'dead', name), 'utf8'));
  expect(kept).toMatchObject({ body: 'poison', receives: 5 });
  expect(kept.reason).toContain('no table');
  expect(logged.at(-1)).toContain('given up after 5 tries');
});

test('what was given up is tried again as if never tried, and only when asked', async () => {
  const broken = await open(
    async ({ Records }) => new Map(Records.map((r) => [r.messageId, 'no fix yet'])),
  );
  await broken.send('poison');
  await broken.settled();
  await broken.close(0);
  expect(await broken.dead()).toEqual({ count: 1, dir: join(dir, 'dead') });

  const seen: string[] = [];
  const consume: Consume = async ({ Records }) => {
    seen.push(...Records.map(({ body, attributes }) => body + attributes.ApproximateReceiveCount));
    return DONE;
  };
  const unasked = await open(consume);
  await unasked.settled();
  expect(seen).toEqual([]);
  await unasked.close(0);

  const fixed = await openQueue(options());
  queues.push(fixed);
  expect(await fixed.redrive()).toBe(1);
  fixed.deliverTo(consume);
  await fixed.settled();
  expect(seen).toEqual(['poison1']);
  expect(await dead()).toEqual([]);
  expect(await pending()).toEqual([]);
});

test('a message that was tried before comes without neighbours', async () => {
  const batches: string[][] = [];
  const queue = await open(async ({ Records }) => {
    batches.push(Records.map(({ body }) => body));
    const bad = Records.filter(
      ({ body, attributes }) => body === 'b' && attributes.ApproximateReceiveCount < '3',
    );
    return new Map(bad.map(({ messageId }) => [messageId, 'not yet']));
  });
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(queue.send));
  await queue.settled();
  expect(batches.filter((batch) => batch.includes('b')).slice(1)).toEqual([['b'], ['b']]);
});

test('as many batches at a time as there are cores', async () => {
  let running = 0;
  let most = 0;
  let batches = 0;
  const { promise: allSent, resolve: go } = Promise.withResolvers<void>();
  const queue = await open(async () => {
    batches++;
    most = Math.max(most, ++running);
    await allSent;
    running--;
    return DONE;
  });
  const cores = availableParallelism();
  const length = 10 * cores;
  await Promise.all(Array.from({ length }, (_, index) => queue.send(String(index))));
  await expect.poll(() => running).toBe(cores);
  go();
  await queue.settled();
  expect(most).toBe(cores);
  expect(batches).toBeLessThan(length);
});

test('what was running or waiting at the end comes again after a restart, its receives counted', async () => {
  const stuck = await openStuck('running');
  await stuck.close(10);
  await stuck.send('waiting');
  expect(await pending()).toHaveLength(2);

  const seen: string[][] = [];
  const queue = await open(async ({ Records }) => {
    seen.push(...Records.map(({ body, attributes: a }) => [body, a.ApproximateReceiveCount]));
    return DONE;
  });
  await queue.settled();
  // In two batches, side by side: either may be seen first.
  expect(seen.sort()).toEqual([
    ['running', '2'],
    ['waiting', '1'],
  ]);
});

test('a message that ends the process every time is kept aside too', async () => {
  for (let start = 0; start < 5; start++) {
    const stuck = await openStuck(start === 0 ? 'deadly' : null);
    await stuck.close(0);
  }
  const queue = await open(() => Promise.reject(new Error('not to be called')));
  await queue.settled();
  expect(await pending()).toEqual([]);
  expect(await dead()).toHaveLength(1);
  expect(logged).toEqual([expect.stringContaining('no try came to an end')]);
});

test('closing waits for what is about to be done', async () => {
  let done = false;
  const queue = await open(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    done = true;
    return DONE;
  });
  await queue.send('a');
  await queue.close(60_000);
  expect(done).toBe(true);
  expect(await pending()).toEqual([]);
});
