import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { createTable } from './create-table.ts';

/** Makes the table where there is none yet, over a client of its own. */
export async function ensureTable(tableName: string, config: DynamoDBClientConfig): Promise<void> {
  const client = new DynamoDBClient(config);
  try {
    await createTable(client, tableName);
  } finally {
    client.destroy();
  }
}
