import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Row } from '../../ports/records.ts';
import { openRows } from './rows.ts';

/** Deletes every row; returns how many there were. */
export async function clearTable(client: DynamoDBClient, TableName: string): Promise<number> {
  const rows = openRows(client, TableName);
  const pages = paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    { TableName, ProjectionExpression: 'pk, sk', ConsistentRead: true },
  );
  let deleted = 0;
  for await (const { Items = [] } of pages) {
    await rows.deleteAll(Items as unknown as Row[]);
    deleted += Items.length;
  }
  return deleted;
}
