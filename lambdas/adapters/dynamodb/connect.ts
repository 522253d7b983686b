import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { openStore, type Store } from '../../store/store.ts';
import { clearTable } from './clear-table.ts';
import { openRows } from './rows.ts';

/** The store in a table, over a client of its own. */
export const connectStore = (tableName: string, config: DynamoDBClientConfig = {}): Store =>
  connectTable(tableName, config).store;

/** The same, for who makes the table anew. */
export function connectTable(tableName: string, config: DynamoDBClientConfig) {
  const client = new DynamoDBClient(config);
  return {
    store: openStore(openRows(client, tableName)),
    clear: () => clearTable(client, tableName),
  };
}
