import { hash as digest } from 'node:crypto';
import { comparable } from '../../../parsers/japanese/characters.ts';

const hash = (text: string, digits: number): string => digest('sha256', text).slice(0, digits);

/** The same for names that differ only in width, spaces or which dash or wave their font has. 16 hex digits. */
export const nameKey = (name: string): string => hash(comparable(name), 16);

/**
 * `{publisher}-{nameKey}-{hash of the place}`. It says where one thread of a series stands, not what is known of it, so
 * that it stays whatever sheets come, in whatever order.
 */
export const seriesId = (publisher: string, name: string, place: string): string =>
  `${publisher}-${nameKey(name)}-${hash(place, 8)}`;

/** undefined for a text that can be no id; a publisher is a short slug. */
export function parseSeriesId(id: string) {
  const { publisher, key } =
    /^(?<publisher>[^#]{1,100})-(?<key>[0-9a-f]{16})-[0-9a-f]{8}$/u.exec(id)?.groups ?? {};
  return publisher !== undefined && key !== undefined ? { publisher, key } : undefined;
}
