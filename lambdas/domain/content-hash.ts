import { createHash } from 'node:crypto';
import { oneDash } from '../../parsers/japanese/characters.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';

/**
 * SHA-256 (hex) of what the sheet says: equal for records that differ only in their place on paper (`at`, `reasonAt`,
 * `pages`), in the order of their fields, or in which dash or wave their fonts have (U+301C or U+FF5E).
 */
export const saysOf = (sheet: SheetRecord): string =>
  createHash('sha256').update(JSON.stringify(sheet, withoutPlaces)).digest('hex');

function withoutPlaces(name: string, value: unknown): unknown {
  if (name === 'at' || name === 'reasonAt' || name === 'pages') return undefined;
  if (typeof value === 'string') return oneDash(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
