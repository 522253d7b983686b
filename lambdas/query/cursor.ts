import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';

/**
 * A place in a list as an opaque text. It is bound to the list and its filters, so that one that was cut, mixed up or
 * made by hand is refused instead of giving a wrong page; it grants nothing, so it is not signed.
 */
export function encodeCursor(place: string, list: string): string {
  return Buffer.from(JSON.stringify([place, checksum(place, list)])).toString('base64url');
}

export function decodeCursor(cursor: string, list: string, parameter = 'cursor'): string {
  try {
    const [place]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof place === 'string' && cursor === encodeCursor(place, list)) return place;
  } catch {}
  throw new Problem('invalid-cursor', 'The cursor is not one that this list gave.', parameter);
}

const checksum = (place: string, list: string): string =>
  createHash('sha256').update(`${list}\n${place}`).digest('base64url').slice(0, 16);
