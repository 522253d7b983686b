import { gunzipSync, gzipSync } from 'node:zlib';

/** DynamoDB's items end at 400 KB, names and keys included. */
const CHUNK = 350_000;

/** A JSON value as gzip, in pieces that fit an item each. */
export function pack(value: unknown): Uint8Array[] {
  const bytes = gzipSync(JSON.stringify(value));
  const count = Math.ceil(bytes.length / CHUNK);
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * CHUNK, (n + 1) * CHUNK));
}

export function unpack<T>(pieces: readonly Uint8Array[]): T {
  const [first, ...rest] = pieces;
  const bytes = first && rest.length === 0 ? first : Buffer.concat(pieces);
  return JSON.parse(gunzipSync(bytes, { chunkSize: plainSize(bytes) }).toString('utf8'));
}

/** gzip ends with the plain size: one piece of that size needs neither to grow nor to be joined. */
const plainSize = (zipped: Uint8Array): number =>
  Math.max(64, Buffer.from(zipped.subarray(-4)).readUInt32LE());
