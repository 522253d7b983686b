import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import {
  backOff,
  type IndexRange,
  type Row,
  type Rows,
  type Versioned,
  type Walk,
} from '../../ports/records.ts';

/** DynamoDB counts what its conditions leave out: so many times as many are looked at as are wanted. */
const LOOKED_AT = 2.5;

/** The table's rows over the DynamoDB client. Reads by key are strongly consistent; indexes cannot be. */
export function openRows(client: DynamoDBClient, tableName: string): Rows {
  const dynamo = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  return {
    async get<T extends Row>({ pk, sk }: Row): Promise<T | undefined> {
      const { Item } = await dynamo.send(
        new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item as T | undefined;
    },

    /** Those of the rows that exist, in any order. */
    async getAll<T extends Row>(wanted: readonly Row[]): Promise<T[]> {
      const found: T[] = [];
      for (const keys of chunks(unique(wanted), 100)) {
        let asked: BatchGetCommandInput['RequestItems'] = {
          [tableName]: { Keys: keys.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true },
        };
        for (let attempt = 0; asked?.[tableName]; attempt++) {
          await backOff(attempt);
          const answer: BatchGetCommandOutput = await dynamo.send(
            new BatchGetCommand({ RequestItems: asked }),
          );
          found.push(...((answer.Responses?.[tableName] ?? []) as T[]));
          asked = answer.UnprocessedKeys;
        }
      }
      return found;
    },

    /** All rows of a partition whose sort key begins so. */
    async under<T extends Row>(pk: string, skPrefix: string): Promise<T[]> {
      const found: T[] = [];
      const pages = paginateQuery(
        { client: dynamo },
        {
          TableName: tableName,
          KeyConditionExpression:
            skPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': pk, ...(skPrefix !== '' && { ':sk': skPrefix }) },
          ConsistentRead: true,
        },
      );
      for await (const page of pages) found.push(...((page.Items ?? []) as T[]));
      return found;
    },

    /** Rows of a partition between two sort keys, both included, fetched page by page as they are asked for. */
    async *walk<T extends Row>(pk: string, range: Walk): AsyncGenerator<T, undefined> {
      const input: QueryCommandInput = {
        TableName: tableName,
        Limit: range.pageSize,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': range.from, ':to': range.to },
        ScanIndexForward: range.descending !== true,
        ConsistentRead: true,
      };
      for await (const page of paginateQuery({ client: dynamo }, input)) {
        yield* (page.Items ?? []) as T[];
      }
    },

    /** The next rows of a partition behind a sort key. Eventually consistent: at half the price. */
    async next<T extends Row>(
      pk: string,
      after: string,
      limit: number,
    ): Promise<{ found: T[]; more: boolean }> {
      const { Items = [], LastEvaluatedKey } = await dynamo.send(
        new QueryCommand({
          TableName: tableName,
          Limit: limit,
          KeyConditionExpression: after === '' ? 'pk = :pk' : 'pk = :pk AND sk > :sk',
          ExpressionAttributeValues: { ':pk': pk, ...(after !== '' && { ':sk': after }) },
        }),
      );
      return { found: Items as T[], more: LastEvaluatedKey !== undefined };
    },

    /** Rows of one index partition in order, fetched page by page as they are asked for. */
    async *inOrder<T extends Row>(range: IndexRange): AsyncGenerator<T, undefined> {
      const filters = Object.entries(range.where);
      // DynamoDB takes no empty text for a key, in a condition neither.
      const within = range.from === '' ? 'listSk <= :to' : 'listSk BETWEEN :from AND :to';
      const input: QueryCommandInput = {
        TableName: tableName,
        IndexName: range.index,
        Limit: Math.ceil(range.pageSize * (filters.length > 0 ? LOOKED_AT : 1)),
        KeyConditionExpression: `${range.index}Pk = :pk AND ${within}`,
        ExpressionAttributeValues: {
          ':pk': range.partition,
          ...(range.from !== '' && { ':from': range.from }),
          ':to': range.to,
          ...Object.fromEntries(filters.map(([, value], n) => [`:f${n}`, value])),
        },
        ...(filters.length > 0 && {
          FilterExpression: filters.map((_, n) => `#f${n} = :f${n}`).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(
            filters.map(([name], n) => [`#f${n}`, name]),
          ),
        }),
      };
      for await (const page of paginateQuery({ client: dynamo }, input)) {
        yield* (page.Items ?? []) as T[];
      }
    },

    /** Writes the row if its stored version is still the one before; false where somebody was faster. */
    async replace<T extends Versioned>(row: T): Promise<boolean> {
      try {
        await dynamo.send(
          new PutCommand({
            TableName: tableName,
            Item: row,
            ConditionExpression: row.version === 1 ? 'attribute_not_exists(pk)' : 'version = :was',
            ...(row.version > 1 && { ExpressionAttributeValues: { ':was': row.version - 1 } }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async putAll(rows: readonly Row[]): Promise<void> {
      await writeAll(rows.map((Item) => ({ PutRequest: { Item } })));
    },

    async deleteAll(rows: readonly Row[]): Promise<void> {
      await writeAll(rows.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
    },
  };

  type Write = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

  async function writeAll(writes: Write[]): Promise<void> {
    for (const some of chunks(writes, 25)) {
      let asked: BatchWriteCommandInput['RequestItems'] = { [tableName]: some };
      for (let attempt = 0; asked?.[tableName]; attempt++) {
        await backOff(attempt);
        asked = (await dynamo.send(new BatchWriteCommand({ RequestItems: asked })))
          .UnprocessedItems;
      }
    }
  }
}

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let n = 0; n < all.length; n += size) yield all.slice(n, n + size);
}

const unique = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [`${row.pk}\n${row.sk}`, row])).values(),
];
