import { openStore, type Store } from '../../store/store.ts';
import { openMoment } from './moment.ts';
import { openDatabase } from './open.ts';
import { openRows } from './rows.ts';
import { openSearch } from './search/open.ts';
import { verify } from './verify.ts';

export interface LocalStore {
  readonly store: Store;
  /** Differs whenever what is stored differs, whoever wrote it. */
  moment(): string;
  /** Reads into memory what was written for the search, a little at a time, so that no search waits for it. */
  catchUp(): Promise<void>;
  /** @throws StoreDamaged */
  verify(): void;
  close(): void;
}

/**
 * The store in one SQLite file, which is made where it is missing.
 * @throws StoreDamaged, StoreOutdated
 */
export function openLocalStore(path: string): LocalStore {
  const database = openDatabase(path);
  const rows = openRows(database);
  const search = openSearch(database, rows);
  return {
    store: openStore(rows, search),
    catchUp: search.catchUp,
    moment: openMoment(database),
    verify: () => verify(database),
    close: () => database.close(),
  };
}
