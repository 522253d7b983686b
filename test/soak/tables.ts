import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CREDENTIALS, REGION, TABLE_NAME } from '../../cli/stack/defaults.ts';
import { storeFile } from '../../cli/stack/store.ts';
import { openDatabase } from '../../lambdas/adapters/sqlite/open.ts';
import { allRows, scan } from '../adapters/backends.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';

/** Where a stack keeps its records, and all that is in it. */
export interface Table {
  /** of `start` */
  readonly options: readonly string[];
  rows(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export const ADAPTERS = ['sqlite', 'dynamodb'] as const;
export type Adapter = (typeof ADAPTERS)[number];

export async function openTable(adapter: Adapter, data: string): Promise<Table> {
  if (adapter === 'sqlite') {
    return {
      options: [],
      async rows() {
        const database = openDatabase(storeFile(data));
        const rows = allRows(database);
        database.close();
        return rows;
      },
      async close() {},
    };
  }
  const server = await startGuardedDynamodb(join(data, 'table'));
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new DynamoDBClient({ region: REGION, credentials: CREDENTIALS, endpoint });
  return {
    options: ['--dynamodb', endpoint],
    rows: () => scan(client, TABLE_NAME),
    async close() {
      client.destroy();
      await server.close();
    },
  };
}
