import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { Level } from './close-iterators.ts';
import { type DynamodbServer, startDynamodb } from './dynalite.ts';

const TableName = 'shisaku';
const item = (sk: string) => ({ pk: { S: 'sheet' }, sk: { S: sk } });

let dir: string;
let server: DynamodbServer;
let client: DynamoDBClient;
const start = async () => {
  server = await startDynamodb({ port: 0, dir });
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'shisaku', secretAccessKey: 'shisaku-local-only' },
    maxAttempts: 1,
  });
  await createTable(client, TableName);
};
const stop = async () => {
  client.destroy();
  await server.close(1000);
};
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-dynamodb-'));
  await start();
});
afterEach(async () => {
  await stop();
  await rm(dir, { recursive: true });
});

const put = (sk: string) => client.send(new PutItemCommand({ TableName, Item: item(sk) }));
const get = async (sk: string) =>
  (await client.send(new GetItemCommand({ TableName, Key: item(sk) }))).Item;

test('the table and its items are there after a restart', async () => {
  await put('施策');
  await stop();
  await start();
  expect(await get('施策')).toEqual(item('施策'));
});

test('closing in the middle of requests ends them, not the process', async () => {
  const writes = Array.from({ length: 200 }, (_, index) => put(String(index)));
  const ended = Promise.allSettled(writes);
  await Promise.race(writes);
  await server.close(1000);
  const outcomes = await ended;
  await start();
  for (const [index, { status }] of outcomes.entries()) {
    if (status === 'fulfilled') expect(await get(String(index))).toBeDefined();
  }
  const statuses = new Set(outcomes.map(({ status }) => status));
  expect(statuses).toEqual(new Set(['fulfilled', 'rejected']));
});

test('a client that hangs up in the middle of its request harms nobody', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{"half":');
  await pause(50);
  socket.destroy();
  await pause(50);
  await put('after');
  expect(await get('after')).toBeDefined();
});

test('a web page may not speak to it', async () => {
  const response = await fetch(`http://127.0.0.1:${server.port}`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('a query keeps nothing open, whether it came to the end of its range or not', async () => {
  for (const sk of ['a', 'b', 'c']) await put(sk);
  const opened = vi.spyOn(Level.prototype, 'values');
  for (const Limit of [1, 2, 10]) {
    const found = await client.send(
      new QueryCommand({
        TableName,
        Limit,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'sheet' } },
      }),
    );
    expect(found.Items).toHaveLength(Math.min(3, Limit));
  }
  const iterators = opened.mock.results.map(({ value }) => value);
  opened.mockRestore();
  expect(iterators.length).toBeGreaterThanOrEqual(3);
  for (const iterator of iterators) {
    await expect
      .poll(() => iterator.next().catch((error: { code: string }) => error.code))
      .toBe('LEVEL_ITERATOR_NOT_OPEN');
  }
});
