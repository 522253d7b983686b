import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connectStore } from '../../lambdas/adapters/dynamodb/connect.ts';
import { ensureTable } from '../../lambdas/adapters/dynamodb/ensure-table.ts';
import { type LocalStore, openLocalStore } from '../../lambdas/adapters/sqlite/connect.ts';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';
import { CREDENTIALS, REGION, TABLE_NAME } from './defaults.ts';

/** A DynamoDB does not tell when it was written to. */
export type StackStore = Omit<LocalStore, 'moment'> & {
  readonly moment: LocalStore['moment'] | null;
};

/** The file that holds the records of a data directory. */
export const storeFile = (data: string): string => join(data, 'store.sqlite');

export const storeUrl = (data: string): string => pathToFileURL(storeFile(data)).href;

/**
 * A stack's records: `file:` is a SQLite file, anything else a DynamoDB, or what speaks like one. Table and file are
 * made where they are missing.
 * @throws StoreDamaged
 */
export async function openStoreAt(url: string): Promise<StackStore> {
  return url.startsWith('file:') ? openLocalStore(fileURLToPath(url)) : openDynamodb(url);
}

/** @throws InputError no-dynamodb */
export async function openDynamodb(url: string): Promise<StackStore> {
  const config = { region: REGION, credentials: CREDENTIALS, endpoint: url, maxAttempts: 5 };
  await ensureTable(TABLE_NAME, config).catch((error: Error) => {
    // What follows the first line is of the client's own insides.
    const [why] = error.message.split('\n');
    throw new InputError('no-dynamodb', phrase`No DynamoDB answers at ${url}: ${why}.`);
  });
  const store = connectStore(TABLE_NAME, config);
  return { store, moment: null, async catchUp() {}, verify() {}, close() {} };
}
