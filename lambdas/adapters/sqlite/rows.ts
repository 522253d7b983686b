import type { DatabaseSync } from 'node:sqlite';
import type { IndexRange, Row, Rows, Versioned, Walk } from '../../ports/records.ts';
import { decodeRow, encodeRow, STORED, type Stored } from './codec.ts';
import { openMoment } from './moment.ts';
import { damaged } from './open.ts';

const PUT = `
INSERT INTO rows VALUES (:pk, :sk, :listPk, :namePk, :listSk, :body, :bytes, :checksum)
ON CONFLICT DO UPDATE SET listPk = excluded.listPk, namePk = excluded.namePk, listSk = excluded.listSk,
  body = excluded.body, bytes = excluded.bytes, checksum = excluded.checksum`;

/** The rows at `[[pk, sk], …]`, those that exist. */
const SOME = `
SELECT ${STORED} FROM json_each(?) AS asked
CROSS JOIN rows ON pk = asked.value ->> 0 AND sk = asked.value ->> 1`;

/** Rows that are remembered as they were read, some kilobytes each. */
const MAX_REMEMBERED = 10_000;

/** The rows of one SQLite file. Each write is one transaction, on disk when its promise resolves. */
export function openRows(database: DatabaseSync): Rows {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const sql = (text: string) => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const all = <T>(text: string, ...values: (string | number)[]): T[] =>
    told(() => (sql(text).all(...values) as unknown as Stored[]).map(decodeRow<T>));

  const find = <T extends Row>({ pk, sk }: Row): T | undefined => {
    const found = sql(`SELECT ${STORED} FROM rows WHERE pk = ? AND sk = ?`).get(pk, sk);
    return found && decodeRow<T>(found as unknown as Stored);
  };

  const moment = openMoment(database);
  const remembered = new Map<string, Row | undefined>();
  let then = '';
  /** Rows by their keys; the same again are not read again for as long as nothing is written, by whomever. */
  function findAll<T extends Row>(wanted: readonly Row[]): T[] {
    const now = moment();
    if (now !== then || remembered.size > MAX_REMEMBERED) remembered.clear();
    then = now;
    const named = new Map(wanted.map((at) => [nameOf(at), at]));
    const unread = [...named.values()].filter((at) => !remembered.has(nameOf(at)));
    const read = new Map(readAll(unread).map((row) => [nameOf(row), row]));
    for (const at of unread) remembered.set(nameOf(at), read.get(nameOf(at)));
    return [...named.keys()].flatMap((name) => (remembered.get(name) ?? []) as T | []);
  }

  function readAll(places: readonly Row[]): Row[] {
    const [only, ...others] = places;
    if (!only) return [];
    if (others.length > 0) return all(SOME, JSON.stringify(places.map(({ pk, sk }) => [pk, sk])));
    const found = find(only);
    return found ? [found] : [];
  }
  const put = (row: Row) => void sql(PUT).run({ ...encodeRow(row) });

  function transaction<T>(work: () => T): T {
    return told(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  return {
    moment,

    get: async <T extends Row>(at: Row) => told(() => findAll<T>([at])[0]),

    getAll: async <T extends Row>(wanted: readonly Row[]) => told(() => findAll<T>(wanted)),

    under: async <T extends Row>(pk: string, skPrefix: string) =>
      all<T>(
        `SELECT ${STORED} FROM rows WHERE pk = ? AND sk >= ? AND sk < ? ORDER BY sk`,
        pk,
        skPrefix,
        after(skPrefix),
      ),

    async *walk<T extends Row>(
      pk: string,
      { from, to, descending, pageSize }: Walk,
    ): AsyncGenerator<T, undefined> {
      const [beyond, order] = descending ? ['sk < ?', 'DESC'] : ['sk > ?', 'ASC'];
      const first = `SELECT ${STORED} FROM rows WHERE pk = ? AND sk BETWEEN ? AND ? ORDER BY sk ${order} LIMIT ?`;
      const next = first.replace('ORDER BY', `AND ${beyond} ORDER BY`);
      let page = all<T>(first, pk, from, to, pageSize);
      while (page.length > 0) {
        yield* page;
        const last = page.at(-1)?.sk ?? '';
        page = page.length < pageSize ? [] : all<T>(next, pk, from, to, last, pageSize);
      }
    },

    async next<T extends Row>(pk: string, behind: string, limit: number) {
      const text = `SELECT ${STORED} FROM rows WHERE pk = ? AND sk > ? ORDER BY sk LIMIT ?`;
      const found = all<T>(text, pk, behind, limit + 1);
      return { found: found.slice(0, limit), more: found.length > limit };
    },

    async *inOrder<T extends Row>({
      index,
      partition,
      from,
      to,
      where,
      pageSize,
    }: IndexRange): AsyncGenerator<T, undefined> {
      const filters = Object.entries(where);
      const column = `${index}Pk`;
      // The index has the places by itself: the rows of those that are known need not be read.
      const text = `SELECT pk, sk, listSk FROM rows
        WHERE ${column} = ? AND listSk <= ? AND (listSk, pk, sk) > (?, ?, ?)
        ${filters.map(([name]) => `AND body ->> '$.${name}' = ?`).join(' ')}
        ORDER BY listSk, pk, sk LIMIT ?`;
      const values = filters.map(([, value]) => value);
      let behind = { listSk: from, pk: '', sk: '' };
      for (let more = true; more; ) {
        const { listSk, pk, sk } = behind;
        const [places, page] = told(() => {
          const found = sql(text).all(partition, to, listSk, pk, sk, ...values, pageSize);
          const places = found as unknown as (typeof behind)[];
          return [places, findAll<T>(places)];
        });
        yield* page;
        more = places.length === pageSize;
        behind = places.at(-1) ?? behind;
      }
    },

    replace: async <T extends Versioned>(row: T) =>
      transaction(() => {
        const was = find<Versioned>(row);
        if ((was?.version ?? 0) !== row.version - 1) return false;
        put(row);
        return true;
      }),

    async putAll(rows) {
      transaction(() => {
        for (const row of rows) put(row);
      });
    },

    async deleteAll(rows) {
      const remove = sql('DELETE FROM rows WHERE pk = ? AND sk = ?');
      transaction(() => {
        for (const { pk, sk } of rows) remove.run(pk, sk);
      });
    },
  };
}

const nameOf = ({ pk, sk }: Row): string => `${pk}\n${sk}`;

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw damaged(error);
  }
}

/** The least text that comes after all that begin so. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;
