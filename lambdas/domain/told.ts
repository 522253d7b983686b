import { publisherSaid } from '../../parsers/publishers/publishers.ts';

/** The first folder of a key may say whose its sheets are: `publisher=242021/…`. */
const SAID = /^publisher=([^/]{1,60})\//;

/** The folder that says it. */
export const publisherFolder = (publisher: string | undefined): string =>
  publisher === undefined ? '' : `publisher=${publisher}/`;

/** The slug of whom the key names; the word itself where nobody is called so, which the reader then tells. */
export function publisherOfKey(key: string): string | undefined {
  const said = SAID.exec(key)?.[1];
  return said === undefined ? undefined : (publisherSaid(said)?.slug ?? said);
}

/** Whose a document's sheets are, as the newest upload says that says it. */
export interface ToldPublisher {
  readonly publisher: string;
  /** ISO 8601, of the upload */
  readonly time: string;
  readonly key: string;
}

/** What an upload under this key says; undefined where it says nothing. */
export function toldBy(key: string, time: string): ToldPublisher | undefined {
  const publisher = publisherOfKey(key);
  return publisher === undefined ? undefined : { publisher, time, key };
}

/** The newer of two, whatever their order. */
export function newest(
  one: ToldPublisher | undefined,
  other: ToldPublisher | undefined,
): ToldPublisher | undefined {
  if (!one || !other) return one ?? other;
  const later = one.time === other.time ? one.key > other.key : one.time > other.time;
  return later ? one : other;
}

/** Names what reads and what it was told: the same version reads the same document the same way. */
export const toldVersion = (version: string, publisher: string | undefined): string =>
  publisher === undefined ? version : `${version}@${publisher}`;

/** Which publisher a reading of this version was told. */
export const publisherTold = (version: string): string | undefined => /@(.*)$/s.exec(version)?.[1];
