import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { SQSEvent } from 'aws-lambda';
import { decodeNotification } from '../../lambdas/ingest/events.ts';
import { openDeadLetters } from './dead-letters.ts';
import { waitAtMost } from './listen.ts';
import { type Message, sqsRecord } from './sqs-event.ts';

/** Answers why each message that failed did, by its id. */
export type Consume = (event: SQSEvent) => Promise<ReadonlyMap<string, string>>;

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
  deliverTo(consume: Consume): void;
  /** Of all messages that wait or were given up. */
  bodies(): Promise<string[]>;
  /** Messages that were given up, and where they are kept. */
  dead(): Promise<{ readonly count: number; readonly dir: string }>;
  /** Before anything is delivered: takes up again what was given up; how many messages that is. */
  redrive(): Promise<number>;
  /** Whether nothing waits and nothing runs. */
  idle(): boolean;
  /** Resolves when that is so. */
  settled(): Promise<void>;
  /** Takes up nothing more and gives what runs a moment; what does not end in it is delivered after the next start. */
  close(graceMs: number): Promise<void>;
}

const MAX_RECEIVES = 5;
const BATCH_SIZE = 4;
/** As node and SQLite say it. */
const DISK_FULL = /ENOSPC|EDQUOT|disk is full/;
/** One reading per core. */
const CONCURRENCY = availableParallelism();

/**
 * What SQS and its event source mapping are on AWS, on disk: at-least-once, partial batch failures, a dead-letter
 * folder after the fifth receive.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { dir, arn, region, log, retryDelay = backoff } = options;
  const deadLetters = await openDeadLetters(dir);
  let ready = await deadLetters.pending();
  const running = new Set<Promise<void>>();
  const resting = new Set<NodeJS.Timeout>();
  let waiters: (() => void)[] = [];
  let handle: Consume | null = null;
  let sent = 0;

  function next(): void {
    while (handle && running.size < CONCURRENCY && ready.length > 0) {
      const batch = ready.splice(0, batchSize(ready));
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
    if (idle()) {
      for (const resolve of waiters) resolve();
      waiters = [];
    }
  }

  const idle = () => ready.length + running.size + resting.size === 0;

  async function deliver(batch: readonly Message[], consume: Consume): Promise<void> {
    // Each of these ended the process that had it, or was under way when it ended.
    const spent = batch.filter(({ receives }) => receives >= MAX_RECEIVES);
    const fresh = batch.filter(({ receives }) => receives < MAX_RECEIVES);
    for (const message of spent) await bury(message, 'no try came to an end');
    if (fresh.length === 0) return;
    const received = await Promise.all(fresh.map(receive));
    const failures = await failuresOf(received, consume);
    for (const message of received) {
      const reason = failures.get(message.id);
      if (reason === undefined) await deadLetters.drop(message);
      else if (DISK_FULL.test(reason)) await waitForRoom(message, reason);
      else if (message.receives >= MAX_RECEIVES) await bury(message, reason);
      else retry(message, reason);
    }
  }

  /** Not the message's fault: it is tried until there is room, and no try counts. */
  async function waitForRoom(message: Message, reason: string): Promise<void> {
    const uncounted = { ...message, receives: message.receives - 1 };
    await deadLetters.keep(uncounted).catch(() => {});
    retry(uncounted, reason);
  }

  /** Counted on disk before the handler has it: a message that ends the process does not come back for ever. */
  async function receive(message: Message): Promise<Message> {
    const received = {
      ...message,
      receives: message.receives + 1,
      firstReceiveTimestamp: message.firstReceiveTimestamp ?? Date.now(),
    };
    await deadLetters.keep(received);
    return received;
  }

  async function failuresOf(
    batch: readonly Message[],
    consume: Consume,
  ): Promise<ReadonlyMap<string, string>> {
    const all = (reason: string) => new Map(batch.map(({ id }) => [id, reason]));
    try {
      const event = { Records: batch.map((message) => sqsRecord(message, arn, region)) };
      const failures = await consume(event);
      // As Lambda does it: a failure that names no message of the batch fails the batch.
      const known = [...failures.keys()].every((id) => batch.some((one) => one.id === id));
      return known ? failures : all('the handler reported a message that it was not given');
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
    const grave = await deadLetters.bury(message, reason);
    log(
      `queue: ${message.id}: given up after ${message.receives} tries: ${reason}; kept in ${grave}`,
    );
  }

  return {
    deliverTo(consume) {
      handle = consume;
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
      await deadLetters.keep(message);
      ready.push(message);
      next();
    },
    bodies: async () =>
      [...(await deadLetters.pending()), ...(await deadLetters.dead())].map(({ body }) => body),
    dead: async () => ({ count: (await deadLetters.dead()).length, dir: deadLetters.deadDir }),
    async redrive() {
      const count = await deadLetters.redrive();
      ready = await deadLetters.pending();
      return count;
    },
    idle,
    settled: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        next();
      }),
    async close(graceMs) {
      handle = null;
      for (const timer of resting) clearTimeout(timer);
      await waitAtMost(graceMs, Promise.all(running));
    },
  };
}

/** The keys that messages tell of; one that nobody understands tells of none. */
export function keysIn(bodies: readonly string[]): ReadonlySet<string> {
  const keys = bodies.flatMap((body) => {
    try {
      return decodeNotification(body).map(({ key }) => key);
    } catch {
      return [];
    }
  });
  return new Set(keys);
}

/** A message that was tried before comes alone: what it does to its process it does to no neighbour. */
function batchSize(ready: readonly Message[]): number {
  const tried = ready.findIndex(({ receives }) => receives > 0);
  return Math.max(1, Math.min(BATCH_SIZE, tried < 0 ? ready.length : tried));
}

/** Half to all of 0.5 s, 1 s, 2 s, 4 s: tries after one common fault do not come all at once. */
function backoff(receives: number): number {
  return 500 * 2 ** Math.max(receives - 1, 0) * (0.5 + Math.random() / 2);
}
