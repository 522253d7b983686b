import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreDamaged } from './codec.ts';

/** Milliseconds that a writer waits for another process to end its transaction. */
const BUSY_MS = 20_000;

/** Of this layout; a file of an earlier one is made anew from the bucket. */
const LAYOUT = 4;

/** The file is of a layout that an earlier release wrote. */
export class StoreOutdated extends Error {
  override readonly name = 'StoreOutdated';
}

/** What lists are narrowed by beside the order that they have: as much is read as is shown. */
const NARROWED = ['publisher', 'program', 'department', 'grade', 'level'];

const INDEXES = NARROWED.map((name) => {
  const value = `body ->> '$.${name}'`;
  return `CREATE INDEX list_${name} ON rows (listPk, ${value}, listSk, pk, sk)
    WHERE listPk IS NOT NULL AND ${value} IS NOT NULL;`;
}).join('\n');

/** `total` is what the rows should add up to, so that rows that are gone without a trace are missed. */
const SCHEMA = `
CREATE TABLE rows (
  pk TEXT NOT NULL, sk TEXT NOT NULL, listPk TEXT, namePk TEXT, listSk TEXT,
  body TEXT NOT NULL, bytes BLOB, checksum INTEGER NOT NULL,
  PRIMARY KEY (pk, sk)
) STRICT, WITHOUT ROWID;
CREATE INDEX list ON rows (listPk, listSk, pk, sk) WHERE listPk IS NOT NULL;
CREATE INDEX name ON rows (namePk, listSk, pk, sk) WHERE namePk IS NOT NULL;
CREATE TABLE total (count INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
INSERT INTO total VALUES (0, 0);
CREATE TRIGGER inserted AFTER INSERT ON rows BEGIN
  UPDATE total SET count = count + 1, checksum = checksum + new.checksum;
END;
CREATE TRIGGER updated AFTER UPDATE ON rows BEGIN
  UPDATE total SET checksum = checksum - old.checksum + new.checksum;
END;
CREATE TRIGGER deleted AFTER DELETE ON rows BEGIN
  UPDATE total SET count = count - 1, checksum = checksum - old.checksum;
END;
${INDEXES}
PRAGMA user_version = ${LAYOUT};
`;

/**
 * The store's file, made where it is missing. What is committed is on disk.
 * @throws StoreDamaged, StoreOutdated
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    database.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;',
    );
    if (layoutOf(database) === 0) {
      database.exec('BEGIN IMMEDIATE');
      if (layoutOf(database) === 0) database.exec(SCHEMA);
      database.exec('COMMIT');
    }
    const layout = Number(layoutOf(database));
    if (layout < LAYOUT) throw new StoreOutdated(`${path} is of an earlier release`);
    if (layout > LAYOUT) throw new StoreDamaged(`${path} is of a later release`);
    return database;
  } catch (error) {
    database.close();
    throw damaged(error);
  }
}

const layoutOf = (database: DatabaseSync): unknown =>
  database.prepare('PRAGMA user_version').get()?.['user_version'];

/** SQLITE_CORRUPT and SQLITE_NOTADB, in words of our own; any other error as it is. */
export function damaged(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26 ? new StoreDamaged(String(error)) : error;
}
