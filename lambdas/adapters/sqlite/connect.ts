import { openStore, type Store } from '../../store/store.ts';
import { openDatabase } from './open.ts';
import { openRows } from './rows.ts';
import { verify } from './verify.ts';

export interface LocalStore {
  readonly store: Store;
  /** @throws StoreDamaged */
  verify(): void;
  close(): void;
}

/**
 * The store in one SQLite file, which is made where it is missing.
 * @throws StoreDamaged
 */
export function openLocalStore(path: string): LocalStore {
  const database = openDatabase(path);
  return {
    store: openStore(openRows(database)),
    verify: () => verify(database),
    close: () => database.close(),
  };
}
