import { setTimeout as sleep } from 'node:timers/promises';

export interface Row {
  readonly pk: string;
  readonly sk: string;
}

/** A row that is rewritten as a whole, and only by who has seen its last version. */
export interface Versioned extends Row {
  readonly version: number;
}

export type IndexName = 'list' | 'name';

export interface IndexRange {
  /** sorted by `listSk`; its partitions are `listPk` or `namePk` */
  readonly index: IndexName;
  readonly partition: string;
  /** '' for the beginning */
  readonly from: string;
  readonly to: string;
  /** attributes that must equal these values */
  readonly where: Readonly<Record<string, string | number>>;
  /** how many of those that fit are wanted at a time */
  readonly pageSize: number;
}

export interface Walk {
  readonly from: string;
  readonly to: string;
  readonly descending?: boolean;
  readonly pageSize: number;
}

/** Greater than any text that may follow in a sort key. */
export const LAST = '\u{10FFFF}';

/**
 * Where records are kept: rows by partition and sort key, whose texts compare by their UTF-8 bytes. No key is empty; a
 * row has at most 400 KB, which `bounded` sees to. Only `next` and `inOrder` may be a moment behind what was written.
 */
export interface Rows {
  get<T extends Row>(at: Row): Promise<T | undefined>;
  /** Those of the rows that exist, in any order. */
  getAll<T extends Row>(wanted: readonly Row[]): Promise<T[]>;
  /** All rows of a partition whose sort key begins so. */
  under<T extends Row>(pk: string, skPrefix: string): Promise<T[]>;
  /** Rows of a partition between two sort keys, both included, fetched page by page as they are asked for. */
  walk<T extends Row>(pk: string, range: Walk): AsyncGenerator<T, undefined>;
  /** The next rows of a partition behind a sort key. */
  next<T extends Row>(
    pk: string,
    behind: string,
    limit: number,
  ): Promise<{ found: T[]; more: boolean }>;
  /** Rows of one index partition in order, fetched page by page as they are asked for. */
  inOrder<T extends Row>(range: IndexRange): AsyncGenerator<T, undefined>;
  /** Writes the row if its stored version is still the one before; false where somebody was faster. */
  replace<T extends Versioned>(row: T): Promise<boolean>;
  putAll(rows: readonly Row[]): Promise<void>;
  deleteAll(rows: readonly Row[]): Promise<void>;
  /** Differs whenever what is stored differs, whoever wrote it; absent where that is not known without reading it. */
  readonly moment?: () => string;
}

const MAX_TURNS = 30;

/** Reads a row, rewrites it, and starts over where somebody else wrote in between. */
export async function rewrite<T extends Versioned>(
  rows: Rows,
  at: Row,
  next: (was: T | undefined) => Promise<Omit<T, keyof Versioned> | undefined>,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < MAX_TURNS; attempt++) {
    await backOff(attempt);
    const was = await rows.get<T>(at);
    const content = await next(was);
    if (content === undefined) return was;
    const row = { ...content, ...at, version: (was?.version ?? 0) + 1 } as T;
    if (await rows.replace(row)) return row;
  }
  throw new Error(`too many writers at ${at.pk}`);
}

/** Waits longer and longer, by chance, so that those who met do not meet again. */
export const backOff = (attempt: number) =>
  attempt === 0 ? undefined : sleep(Math.random() * Math.min(1000, 10 * 2 ** attempt));
