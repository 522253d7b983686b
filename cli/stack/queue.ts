import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { writeDurably } from './durable.ts';
import { within } from './listen.ts';
import { type Message, sqsRecord } from './sqs-event.ts';

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

export interface QueueOptions {
  readonly dir: string;
  readonly arn: string;
  readonly region: string;
  readonly log: (line: string) => void;
  /** Milliseconds until the next try of a message that was received so many times. */
  readonly retryDelay?: (receives: number) => number;
}

export interface Queue {
  /** Resolves when the message is on disk. */
  send(body: string): Promise<void>;
  /** Begins to deliver, what was left from before first. */
  deliverTo(handler: QueueHandler): void;
  /** Resolves when nothing waits and nothing runs. */
  settled(): Promise<void>;
  /** Takes up nothing more and gives what runs a moment; what does not end in it is delivered after the next start. */
  close(graceMs: number): Promise<void>;
}

const MAX_RECEIVES = 5;
const BATCH_SIZE = 4;
const CONCURRENCY = 2;

/**
 * What SQS and its event source mapping are on AWS, on disk: at-least-once, partial batch failures, a dead-letter
 * folder after the fifth receive.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { dir, arn, region, log, retryDelay = backoff } = options;
  const pendingDir = join(dir, 'pending');
  const deadDir = join(dir, 'dead');
  await mkdir(pendingDir, { recursive: true });
  await mkdir(deadDir, { recursive: true });

  const ready = await readPending(pendingDir);
  const running = new Set<Promise<void>>();
  const resting = new Set<NodeJS.Timeout>();
  let waiters: (() => void)[] = [];
  let handle: QueueHandler | null = null;
  let sent = 0;

  function next(): void {
    while (handle && running.size < CONCURRENCY && ready.length > 0) {
      const batch = ready.splice(0, BATCH_SIZE);
      const run = deliver(batch, handle)
        .catch((error: unknown) => {
          // The disk failed, not the handler: the messages are still there.
          for (const message of batch) retry(message, String(error));
        })
        .finally(() => {
          running.delete(run);
          next();
        });
      running.add(run);
    }
    if (ready.length + running.size + resting.size === 0) {
      for (const resolve of waiters) resolve();
      waiters = [];
    }
  }

  async function deliver(batch: readonly Message[], handler: QueueHandler): Promise<void> {
    // Each of these ended the process that had it, or was under way when it ended.
    const spent = batch.filter(({ receives }) => receives >= MAX_RECEIVES);
    const fresh = batch.filter(({ receives }) => receives < MAX_RECEIVES);
    for (const message of spent) await bury(message, 'no try came to an end');
    if (fresh.length === 0) return;
    const received = await Promise.all(fresh.map(receive));
    const failures = await failuresOf(received, handler);
    for (const message of received) {
      const reason = failures.get(message.id);
      if (reason === undefined) await rm(join(pendingDir, message.name), { force: true });
      else if (message.receives >= MAX_RECEIVES) await bury(message, reason);
      else retry(message, reason);
    }
  }

  /** Counted on disk before the handler has it: a message that ends the process does not come back for ever. */
  async function receive(message: Message): Promise<Message> {
    const received = {
      ...message,
      receives: message.receives + 1,
      firstReceiveTimestamp: message.firstReceiveTimestamp ?? Date.now(),
    };
    await writeDurably(join(pendingDir, message.name), JSON.stringify(received));
    return received;
  }

  async function failuresOf(
    batch: readonly Message[],
    handler: QueueHandler,
  ): Promise<Map<string, string>> {
    const all = (reason: string) => new Map(batch.map(({ id }) => [id, reason]));
    try {
      const event = { Records: batch.map((message) => sqsRecord(message, arn, region)) };
      const { batchItemFailures } = await handler(event);
      const ids = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      // As Lambda does it: a failure that names no message of the batch fails the batch.
      const known = ids.every((id) => batch.some((message) => message.id === id));
      if (!known) return all('the handler reported a message that it was not given');
      return new Map(ids.map((id) => [id, 'the handler reported a failure']));
    } catch (error) {
      return all(`the handler threw ${error}`);
    }
  }

  function retry(message: Message, reason: string): void {
    if (!handle) return;
    const delay = retryDelay(message.receives);
    log(
      `queue: ${message.id}: try ${message.receives}: ${reason}; again in ${Math.round(delay)} ms`,
    );
    const timer = setTimeout(() => {
      resting.delete(timer);
      ready.push(message);
      next();
    }, delay);
    resting.add(timer);
  }

  async function bury(message: Message, reason: string): Promise<void> {
    const grave = join(deadDir, message.name);
    await writeDurably(grave, JSON.stringify({ ...message, reason }, null, 2));
    await rm(join(pendingDir, message.name), { force: true });
    log(
      `queue: ${message.id}: given up after ${message.receives} tries: ${reason}; kept in ${grave}`,
    );
  }

  return {
    deliverTo(handler) {
      handle = handler;
      next();
    },
    async send(body) {
      const sentTimestamp = Date.now();
      const id = randomUUID();
      const order = `${sentTimestamp}-${String(sent++).padStart(9, '0')}`;
      const name = `${order}-${id}.json`;
      const message: Message = {
        name,
        id,
        body,
        sentTimestamp,
        firstReceiveTimestamp: null,
        receives: 0,
      };
      await writeDurably(join(pendingDir, name), JSON.stringify(message));
      ready.push(message);
      next();
    },
    settled: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        next();
      }),
    async close(graceMs) {
      handle = null;
      for (const timer of resting) clearTimeout(timer);
      await within(graceMs, Promise.all(running));
    },
  };
}

async function readPending(dir: string): Promise<Message[]> {
  const names = (await readdir(dir)).sort();
  const messages: Message[] = [];
  for (const name of names) {
    if (name.endsWith('.tmp')) await rm(join(dir, name));
    else messages.push(JSON.parse(await readFile(join(dir, name), 'utf8')));
  }
  return messages;
}

/** Half to all of 0.5 s, 1 s, 2 s, 4 s: tries after one common fault do not come all at once. */
function backoff(receives: number): number {
  return 500 * 2 ** (receives - 1) * (0.5 + Math.random() / 2);
}
