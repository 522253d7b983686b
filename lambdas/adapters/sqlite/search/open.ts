import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { loadTokenize } from '../../../dictionary.ts';
import type { Rows } from '../../../ports/records.ts';
import type { SearchIndex } from '../../../ports/search.ts';
import { decodeRow, STORED, type Stored } from '../codec.ts';
import { openMoment } from '../moment.ts';
import { openPostings } from './postings.ts';
import {
  readStored,
  storedRows,
  type UnitItem,
  unitRow,
  WORDS_PARTITION,
  type WordsItem,
} from './stored.ts';

/** Bodies that are read into memory before others have their turn: some milliseconds. */
const AT_ONCE = 10;

export interface LocalIndex extends SearchIndex {
  /** Reads into memory what was written, a little at a time, so that no search waits for it. */
  catchUp(): Promise<void>;
}

/** The index of a SQLite file: one row of words a body, all of which are held in memory from the first search on. */
export function openSearch(database: DatabaseSync, rows: Rows): LocalIndex {
  const postings = openPostings();
  const moment = openMoment(database);
  const stored = database.prepare('SELECT listSk FROM rows WHERE listPk = ?');
  const words = database.prepare(`SELECT ${STORED} FROM rows WHERE listPk = ? AND listSk = ?`);
  let then: string | undefined;

  /** Brings what is in memory in line with the file, whoever wrote to it, body by body. */
  function* following(): Generator<void, undefined> {
    const now = moment();
    if (now === then) return;
    const names = new Set(stored.all(WORDS_PARTITION).map(({ listSk }) => `${listSk}`));
    for (const name of [...postings.names()]) if (!names.has(name)) postings.remove(name);
    for (const name of names) {
      if (postings.has(name)) continue;
      const found = words.get(WORDS_PARTITION, name);
      if (found) postings.add(decodeRow<WordsItem>(found as unknown as Stored));
      yield;
    }
    then = now;
  }

  return {
    async add(sheet, body) {
      await rows.putAll(storedRows(sheet, body, await loadTokenize()));
    },
    // All of it is in the body's own partition.
    async remove() {},
    async catchUp() {
      let read = 0;
      for (const _ of following()) if (++read % AT_ONCE === 0) await othersTurn();
      for (const _ of postings.gathering()) await othersTurn();
    },
    async lookUp(words, filters) {
      for (const _ of following());
      return postings.lookUp(words, filters);
    },
    async units(wanted) {
      const at = wanted.map(({ sheetId, body, unit }) => unitRow(sheetId, body, unit));
      const found = await rows.getAll<UnitItem>(at);
      const units = new Map(found.map((row) => [`${row.pk}\n${row.sk}`, row]));
      return at.map(({ pk, sk }) => {
        const row = units.get(`${pk}\n${sk}`);
        return row && readStored(row);
      });
    },
  };
}
