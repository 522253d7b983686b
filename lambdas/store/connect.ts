import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { openStore, type Store } from './store.ts';

/** The store over a client of its own. */
export const connectStore = (tableName: string, config: DynamoDBClientConfig = {}): Store =>
  openStore(new DynamoDBClient(config), tableName);
