import { openStore, type Store } from '../../store/store.ts';
import { openDatabase } from './open.ts';
import { openRows } from './rows.ts';
import { verify } from './verify.ts';

export interface LocalStore {
  readonly store: Store;
  /** Differs whenever what is stored differs, whoever wrote it. */
  moment(): string;
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
  const others = database.prepare('PRAGMA data_version');
  const own = database.prepare('SELECT total_changes() AS changes');
  return {
    store: openStore(openRows(database)),
    moment: () => `${others.get()?.['data_version']} ${own.get()?.['changes']}`,
    verify: () => verify(database),
    close: () => database.close(),
  };
}
