import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { openStore, type Store } from '../../store/store.ts';
import { openRows } from './rows.ts';

/** The store over a client of its own. */
export const connectStore = (tableName: string, config: DynamoDBClientConfig = {}): Store =>
  openStore(openRows(new DynamoDBClient(config), tableName));
