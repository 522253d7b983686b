import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { startGuardedDynamodb } from './server.ts';

/** Another DynamoDB (or emulator) to hold the same against, such as http://127.0.0.1:4566. */
const endpoint = process.env['SHISAKU_TEST_DYNAMODB'];
const TableName = `guard-${randomUUID()}`;

let dir: string;
let server: Awaited<ReturnType<typeof startGuardedDynamodb>>;
let dynamo: DynamoDBDocumentClient;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-guard-'));
  server = await startGuardedDynamodb(dir);
  const client = new DynamoDBClient({
    endpoint: endpoint ?? `http://127.0.0.1:${server.port}`,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await createTable(client, TableName);
  dynamo = DynamoDBDocumentClient.from(client);
});
afterAll(async () => {
  dynamo.destroy();
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

const key = { pk: 'p', sk: 's' };
const put = (Item: Record<string, unknown>, more = {}) =>
  dynamo.send(new PutCommand({ TableName, Item, ...more }));
const ask = (KeyConditionExpression: string, values: Record<string, unknown>, more = {}) =>
  dynamo.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression,
      ExpressionAttributeValues: values,
      ...more,
    }),
  );
const write = (items: Record<string, unknown>[]) =>
  dynamo.send(
    new BatchWriteCommand({
      RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) },
    }),
  );
const range = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('is refused', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['an empty sort key', () => put({ pk: 'p', sk: '' })],
    ['an empty key of an index', () => put({ ...key, listPk: 'SHEET#0', listSk: '' })],
    [
      'an empty key to get',
      () => dynamo.send(new GetCommand({ TableName, Key: { pk: '', sk: 's' } })),
    ],
    [
      'BETWEEN an empty text',
      () =>
        ask(
          'listPk = :pk AND listSk BETWEEN :from AND :to',
          { ':pk': 'p', ':from': '', ':to': 'x' },
          { IndexName: 'list' },
        ),
    ],
    [
      'begins_with an empty text',
      () => ask('pk = :pk AND begins_with(sk, :sk)', { ':pk': 'p', ':sk': '' }),
    ],
    [
      'BETWEEN in the wrong order',
      () => ask('pk = :pk AND sk BETWEEN :from AND :to', { ':pk': 'p', ':from': 'b', ':to': 'a' }),
    ],
    ['an item of 400 KB in UTF-8', () => put({ ...key, text: 'あ'.repeat(140_000) })],
    [
      'an item that its names make too large',
      () =>
        put({
          ...key,
          map: Object.fromEntries(range(3000).map((n) => [`${'名'.repeat(45)}${n}`, n])),
        }),
    ],
    ['a partition key of 2,049 bytes', () => put({ pk: 'あ'.repeat(683), sk: 's' })],
    ['a sort key of 1,025 bytes', () => put({ pk: 'p', sk: `${'あ'.repeat(341)}xx` })],
    [
      'a sort key of an index that is too long',
      () => put({ ...key, listPk: 'p', listSk: 'x'.repeat(1025) }),
    ],
    ['26 writes at once', () => write(range(26).map((n) => ({ pk: 'p', sk: `${n}` })))],
    ['the same item twice in a batch', () => write([key, key])],
    [
      '101 items to get',
      () =>
        dynamo.send(
          new BatchGetCommand({
            RequestItems: {
              [TableName]: { Keys: range(101).map((n) => ({ pk: 'p', sk: `${n}` })) },
            },
          }),
        ),
    ],
    [
      'an expression of more than 4 KB',
      () => put(key, { ConditionExpression: `attribute_not_exists(${'a'.repeat(4100)})` }),
    ],
    ['a value that no expression uses', () => ask('pk = :pk', { ':pk': 'p', ':sk': 's' })],
    [
      'a name that no expression uses',
      () => ask('pk = :pk', { ':pk': 'p' }, { ExpressionAttributeNames: { '#n': 'name' } }),
    ],
    ['a value that is not given', () => ask('pk = :pk AND sk = :sk', { ':pk': 'p' })],
    [
      'a reserved word as a name',
      () => ask('pk = :pk', { ':pk': 'p', ':s': 's' }, { FilterExpression: 'status = :s' }),
    ],
    [
      'a filter on a key',
      () => ask('pk = :pk', { ':pk': 'p', ':s': 's' }, { FilterExpression: 'sk = :s' }),
    ],
    [
      'a consistent read of an index',
      () => ask('listPk = :pk', { ':pk': 'p' }, { IndexName: 'list', ConsistentRead: true }),
    ],
    ['half of a surrogate pair', () => put({ ...key, text: 'a\ud842' })],
    ['a number of 39 digits', () => put({ ...key, big: BigInt('1'.repeat(39)) })],
  ])('%s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test('what is just within the bounds is taken', async () => {
  await put({ pk: 'あ'.repeat(682), sk: 'あ'.repeat(341) });
  await put({ ...key, text: 'あ'.repeat(136_000), empty: '' });
  await write(range(25).map((n) => ({ pk: 'q', sk: `${n}`, n: BigInt('1'.repeat(38)) })));
  const { Items } = await ask('pk = :pk AND sk BETWEEN :from AND :to', {
    ':pk': 'q',
    ':from': '1',
    ':to': '2',
  });
  expect(Items).toHaveLength(12);
});
