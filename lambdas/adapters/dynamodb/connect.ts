import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { openStore, type Store } from '../../store/store.ts';
import { clearTable } from './clear-table.ts';
import { openRows } from './rows.ts';
import { openSearch } from './search/open.ts';

/** The store in a table, over a client of its own. */
export const connectStore = (tableName: string, config: DynamoDBClientConfig = {}): Store =>
  connectTable(tableName, config).store;

/** The same, for who makes the table anew. */
export function connectTable(tableName: string, config: DynamoDBClientConfig) {
  const client = new DynamoDBClient(config);
  const rows = openRows(client, tableName);
  return {
    store: openStore(rows, openSearch(rows)),
    clear: () => clearTable(client, tableName),
  };
}
