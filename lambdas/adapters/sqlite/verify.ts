import type { DatabaseSync } from 'node:sqlite';
import { checksumOf, STORED, StoreDamaged, type Stored } from './codec.ts';
import { damaged } from './open.ts';

/**
 * Reads every row and every page: the checksum of each row, whether all rows are there, and whether the lists have what
 * the rows have. A second for some 200,000 rows (a thousand sheets).
 * @throws StoreDamaged
 */
export function verify(database: DatabaseSync): void {
  try {
    let count = 0;
    let sum = 0;
    const rows = database.prepare(`SELECT ${STORED} FROM rows NOT INDEXED`).iterate();
    for (const row of rows as Iterable<unknown> as Iterable<Stored>) {
      if (checksumOf(row) !== row.checksum) {
        throw new StoreDamaged(`the row ${row.pk} ${row.sk} is damaged`);
      }
      count++;
      sum += row.checksum;
    }
    const total = database.prepare('SELECT count, checksum FROM total').get();
    if (total?.['count'] !== count || total['checksum'] !== sum) {
      throw new StoreDamaged(`of ${total?.['count']} rows ${count} are there`);
    }
    const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    if (found !== 'ok') throw new StoreDamaged(String(found));
  } catch (error) {
    throw damaged(error);
  }
}
