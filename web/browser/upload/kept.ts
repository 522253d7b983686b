import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A file on its way; it is here until it is sent, so that a closed tab loses nothing. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  /** null once it is sent */
  readonly file: Blob | null;
  /** under which it was sent */
  readonly key: string | null;
  /** what became of it, once that is known */
  readonly outcome: UploadOutcome | null;
  readonly addedAt: number;
}

export interface UploadOutcome {
  readonly code: string | null;
  readonly message: string;
  readonly sheetIds: readonly string[];
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

export interface Shelf {
  /** false where the browser keeps nothing: then a file is lost with its tab */
  readonly lasts: boolean;
  all(): Promise<KeptFile[]>;
  put(kept: KeptFile): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The browser's own database, or memory where it has none for this page. */
export async function openShelf(): Promise<Shelf> {
  try {
    return lasting(
      await openDB<Schema>('shisaku-uploads', 1, {
        upgrade: (db) => {
          db.createObjectStore('files', { keyPath: 'id' });
        },
      }),
    );
  } catch {
    const held = new Map<string, KeptFile>();
    return {
      lasts: false,
      all: async () => [...held.values()],
      put: async (kept) => void held.set(kept.id, kept),
      remove: async (id) => void held.delete(id),
    };
  }
}

const lasting = (db: IDBPDatabase<Schema>): Shelf => ({
  lasts: true,
  all: () => db.getAll('files'),
  put: async (kept) => void (await db.put('files', kept)),
  remove: (id) => db.delete('files', id),
});
