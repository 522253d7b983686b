import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { DocumentItem, StoredReading } from './items.ts';

/** What a limit of the machine, or pictures that are not read now, refused: it says nothing against what was read before. */
const LIMITS: readonly RefusalCode[] = ['timed-out', 'too-large', 'too-many-pages', 'no-text'];

export const isLimit = (code: RefusalCode | null | undefined): boolean =>
  code != null && LIMITS.includes(code);

/**
 * The document with this reading in place of the one that it replaces, or of none; where another was faster, or only a
 * limit stands against what was read, that stays. What was begun beside a reading that ended well cannot end any more, and
 * what was turned down has only to be swept, by itself or by who settles the document next.
 */
export function ended(was: DocumentItem, reading: StoredReading, replaces?: string): DocumentItem {
  const { reading: old, superseded = [], begun = [] } = was;
  const others = begun.filter((id) => id !== reading.id);
  if (superseded.includes(reading.id) || (old && !givesWay(old, reading, replaces))) {
    if (others.length === begun.length) return was;
    return { ...was, begun: others, superseded: [...new Set([...superseded, reading.id])] };
  }
  const outdated = [...superseded, ...(old ? [old.id] : []), ...(reading.error ? [] : others)];
  return {
    ...was,
    status: 'PROCESSING',
    reading,
    begun: reading.error ? others : [],
    superseded: outdated,
    crashes: undefined,
  };
}

/** To what replaces it, unless that met a limit; to a success where it was no more than a matter of time or memory. */
function givesWay(old: StoredReading, reading: StoredReading, replaces?: string): boolean {
  if (old.id === replaces) return old.error !== null || !isLimit(reading.error?.code);
  return reading.readerVersion === old.readerVersion && old.error !== null && !reading.error;
}
