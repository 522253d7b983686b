import type { Row, Rows } from './records.ts';

/** Bytes that a row may have: DynamoDB's bound for an item, so that what is stored in one place fits the other. */
const MAX_ROW_BYTES = 400 * 1024;

/** A row has more than that: writing it again would not help. */
export class RowTooLarge extends Error {
  override readonly name = 'RowTooLarge';
}

/** Bytes of a partition key, and of a sort key. */
const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;

type Keyed = Row & { readonly listPk?: string; readonly namePk?: string; readonly listSk?: string };

/** The same rows, but that who writes one that is too large is told so, and nothing of that call is written. */
export const bounded = (rows: Rows): Rows => ({
  ...rows,
  async replace(row) {
    checkSize(row);
    return rows.replace(row);
  },
  async putAll(all) {
    for (const row of all) checkSize(row);
    await rows.putAll(all);
  },
});

/** @throws RowTooLarge */
function checkSize(row: Keyed): void {
  const bytes = sizeOf(row);
  if (bytes > MAX_ROW_BYTES) {
    throw new RowTooLarge(`the row ${row.pk} ${row.sk} would have ${bytes} bytes`);
  }
  for (const key of [row.pk, row.listPk, row.namePk]) checkKey(key, MAX_PARTITION_KEY_BYTES);
  for (const key of [row.sk, row.listSk]) checkKey(key, MAX_SORT_KEY_BYTES);
}

function checkKey(key = '', most: number): void {
  if (Buffer.byteLength(key) > most) throw new RowTooLarge(`the key ${key} has over ${most} bytes`);
}

/**
 * As DynamoDB counts: names and texts in UTF-8, a number a byte for every two digits and one, lists and maps with three
 * bytes and one for each entry.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
function sizeOf(map: object): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(map)) {
    if (value !== undefined) bytes += Buffer.byteLength(name) + sizeOfValue(value);
  }
  return bytes;
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return 3 + value.reduce((sum, one) => sum + 1 + sizeOfValue(one), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return 3 + sizeOf(value) + Object.keys(value).length;
}
