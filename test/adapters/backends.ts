import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { openRows as openDynamodbRows } from '../../lambdas/adapters/dynamodb/rows.ts';
import { openSearch as openDynamodbSearch } from '../../lambdas/adapters/dynamodb/search/open.ts';
import { decodeRow, STORED, type Stored } from '../../lambdas/adapters/sqlite/codec.ts';
import { openDatabase } from '../../lambdas/adapters/sqlite/open.ts';
import { openRows as openSqliteRows } from '../../lambdas/adapters/sqlite/rows.ts';
import { openSearch as openSqliteSearch } from '../../lambdas/adapters/sqlite/search/open.ts';
import type { Row, Rows } from '../../lambdas/ports/records.ts';
import type { SearchIndex } from '../../lambdas/ports/search.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';

/** A DynamoDB or an emulator, such as http://127.0.0.1:4566, that is held to the same. */
const ENDPOINT = process.env['SHISAKU_TEST_DYNAMODB'];

export type BackendName = 'sqlite' | 'dynamodb' | 'endpoint';
export const BACKENDS: readonly BackendName[] = [
  'sqlite',
  'dynamodb',
  ...(ENDPOINT ? (['endpoint'] as const) : []),
];

export interface Table {
  readonly rows: Rows;
  /** over the rows of the table, or what stands in for them */
  search(rows: Rows): SearchIndex;
  /** of the table, where it is one of DynamoDB */
  readonly name: string;
  /** everything that is in it */
  all(): Promise<(Row & Record<string, unknown>)[]>;
}

export interface Backend {
  /** A new, empty table. */
  open(): Promise<Table>;
  close(): Promise<void>;
  /** of its server on this machine; undefined where there is none */
  readonly port?: number | undefined;
}

export const openBackend = (name: BackendName): Promise<Backend> =>
  name === 'sqlite' ? openSqlite() : openDynamodb(name === 'endpoint' ? ENDPOINT : undefined);

async function openSqlite(): Promise<Backend> {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-sqlite-'));
  const databases: ReturnType<typeof openDatabase>[] = [];
  return {
    async open() {
      const database = openDatabase(join(dir, `${randomUUID()}.sqlite`));
      databases.push(database);
      const rows = openSqliteRows(database);
      const search = (rows: Rows) => openSqliteSearch(database, rows);
      return { rows, search, name: '', all: async () => allRows(database) };
    },
    async close() {
      for (const database of databases) database.close();
      await rm(dir, { recursive: true });
    },
  };
}

async function openDynamodb(endpoint: string | undefined): Promise<Backend> {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-dynamodb-'));
  const server = endpoint ? undefined : await startGuardedDynamodb(dir);
  const client = new DynamoDBClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    endpoint: endpoint ?? `http://127.0.0.1:${server?.port}`,
  });
  return {
    port: server?.port,
    async open() {
      const table = `t-${randomUUID()}`;
      await createTable(client, table);
      const rows = openDynamodbRows(client, table);
      return { rows, search: openDynamodbSearch, name: table, all: () => scan(client, table) };
    },
    async close() {
      client.destroy();
      await server?.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Every row of a SQLite file. */
export const allRows = (database: DatabaseSync) =>
  database
    .prepare(`SELECT ${STORED} FROM rows`)
    .all()
    .map((stored) => decodeRow<Row & Record<string, unknown>>(stored as unknown as Stored));

/** Every row of a DynamoDB table. */
export async function scan(client: DynamoDBClient, TableName: string) {
  const rows: (Row & Record<string, unknown>)[] = [];
  const pages = paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    { TableName, ConsistentRead: true },
  );
  for await (const page of pages) rows.push(...((page.Items ?? []) as typeof rows));
  return rows;
}
