import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { TABLE } from './table.ts';

/** Makes the table where there is none yet, and waits until it serves. */
export async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    const definition: CreateTableCommandInput = { TableName: tableName, ...structuredClone(TABLE) };
    await client.send(new CreateTableCommand(definition));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists(
    { client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 },
    { TableName: tableName },
  );
}
