import type { DatabaseSync } from 'node:sqlite';

/** A text that differs whenever what is stored differs, whoever wrote it. */
export function openMoment(database: DatabaseSync): () => string {
  const others = database.prepare('PRAGMA data_version');
  const own = database.prepare('SELECT total_changes() AS changes');
  return () => `${others.get()?.['data_version']} ${own.get()?.['changes']}`;
}
