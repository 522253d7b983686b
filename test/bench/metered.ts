import { join } from 'node:path';
import { DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { OpenedFile } from '../../cli/backfill/file.ts';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { openRows } from '../../lambdas/adapters/dynamodb/rows.ts';
import { openSearch } from '../../lambdas/adapters/dynamodb/search/open.ts';
import { TABLE } from '../../lambdas/adapters/dynamodb/table.ts';
import { connectPut } from '../../lambdas/adapters/s3/put.ts';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import { openStore } from '../../lambdas/store/store.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';

type Item = NonNullable<NonNullable<WriteRequest['PutRequest']>['Item']>;

const aws = {
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench-secret' },
};

/** A table and a bucket of their own, and a tally of everything that is written and read. */
export async function openMetered(dir: string) {
  const dynamodb = await startGuardedDynamodb(join(dir, 'metered', 'dynamodb'));
  const s3 = await startS3Server({
    ...aws,
    port: 0,
    dir: join(dir, 'metered', 's3'),
    bucket: 'sheets',
    onEvent: async () => {},
    log: console.error,
  });
  const endpoint = (port: number) => `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ ...aws, endpoint: endpoint(dynamodb.port) });
  await createTable(client, 'bench');
  const tally = {
    puts: 0,
    bytes: 0,
    tableUnits: 0,
    indexUnits: 0,
    calls: new Map<string, number>(),
  };
  const kinds = new Map<string, { items: number; bytes: number }>();
  client.middlewareStack.add(
    (next, context) => (args) => {
      const name = context.commandName ?? '';
      tally.calls.set(name, (tally.calls.get(name) ?? 0) + 1);
      for (const item of written(args.input)) count(item);
      return next(args);
    },
    { step: 'serialize', priority: 'low' },
  );
  const rows = openRows(client, 'bench');
  const store = openStore(rows, openSearch(rows));
  let documents = 0;

  function count(item: Item): void {
    const bytes = sizeOf(item);
    const units = Math.ceil(bytes / 1024);
    tally.puts++;
    tally.bytes += bytes;
    tally.tableUnits += units;
    tally.indexUnits += units * indexesOf(item);
    const [pk = '', sk = ''] = [item['pk'], item['sk']].map((key) => key?.S?.split('#')[0]);
    // The sort keys of the others are terms and hashes.
    const kind = ['BODY', 'SHEET', 'DOCUMENT'].includes(pk) ? `${pk} ${sk}` : pk;
    const sum = kinds.get(kind) ?? { items: 0, bytes: 0 };
    kinds.set(kind, { items: sum.items + 1, bytes: sum.bytes + bytes });
  }

  return {
    put: connectPut('sheets', { ...aws, endpoint: endpoint(s3.port), forcePathStyle: true }),

    /** What the ingest function does with a document that was read. */
    async store({ key, sha256, bytes }: OpenedFile, record: DocumentRecord | null): Promise<void> {
      const time = new Date(Date.UTC(2014, 6, 1) + documents++).toISOString();
      const at = { sequencer: padSequencer(documents.toString(16)), eTag: sha256, time };
      const received = await store.receive(key, at, { id: sha256, sha256, bytes: bytes.length });
      const begun = received && (await store.begin(received));
      if (!begun) throw new Error(`${key} was not received`);
      if (record) await store.record(begun, record, '1');
      else await store.refuse(begun, new Refusal('damaged-pdf', 'of the bench'), '1');
      await store.claim(key, { ...at, state: 'read', documentId: sha256 });
      await store.settle(key);
      await store.finish(begun);
    },

    /** A table of what it took. */
    async perSheet(sheets: readonly SheetRecord[]): Promise<string> {
      const each = (number: number, digits = 1) => (number / sheets.length).toFixed(digits);
      const rows = [...kinds].toSorted(([, a], [, b]) => b.items - a.items);
      return [
        `of each of ${sheets.length} sheets (documents and bad files included):`,
        `items written    ${each(tally.puts)}`,
        `bytes written    ${each(tally.bytes, 0)}`,
        `write units      ${each(tally.tableUnits)} in the table, at most ${each(tally.indexUnits)} in the indexes`,
        ...rows.map(
          ([kind, { items, bytes }]) =>
            `  ${kind.padEnd(22)} ${each(items).padStart(7)} items ${each(bytes, 0).padStart(8)} bytes`,
        ),
        ...[...tally.calls].map(
          ([name, calls]) => `  ${name.padEnd(22)} ${each(calls).padStart(7)} calls`,
        ),
      ].join('\n');
    },

    async close() {
      client.destroy();
      await s3.close(0);
      await dynamodb.close();
    },
  };
}

/** The items that a command puts. */
function written(input: object): Item[] {
  if ('Item' in input) return [input.Item as Item];
  if (!('RequestItems' in input)) return [];
  const requests = Object.values(input.RequestItems as Record<string, unknown>);
  return requests.flatMap((writes) =>
    Array.isArray(writes)
      ? writes.flatMap(({ PutRequest }: WriteRequest) => PutRequest?.Item ?? ([] as Item[]))
      : [],
  );
}

/** An index holds the items that have both its keys. */
const indexesOf = (item: Item): number =>
  TABLE.GlobalSecondaryIndexes.filter(({ KeySchema }) =>
    KeySchema.every(({ AttributeName }) => item[AttributeName]),
  ).length;

/**
 * Names and values in UTF-8, lists and maps with three bytes and one for each entry.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
function sizeOf(item: Item): number {
  const utf8 = (text: string) => Buffer.byteLength(text);
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + utf8(name) + valueSize(value),
    0,
  );

  function valueSize(value: Item[string]): number {
    if (value.S !== undefined) return utf8(value.S);
    if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
    if (value.B !== undefined) return value.B.length;
    if (value.L) return value.L.reduce((sum, one) => sum + 1 + valueSize(one), 3);
    if (value.M) return 3 + sizeOf(value.M) + Object.keys(value.M).length;
    return 1;
  }
}
