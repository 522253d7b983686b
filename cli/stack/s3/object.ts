import type { Checksum } from './checksum.ts';

/** An object's metadata file; its bytes are in the file that `body` names. */
export interface ObjectMetadata {
  readonly key: string;
  readonly bytes: number;
  /** Without its quotes. */
  readonly etag: string;
  /** ISO 8601 */
  readonly lastModified: string;
  /** Headers given back as they came: content-type, x-amz-meta-… */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum: Checksum | null;
  /** of the event that told of it; it names this version. Objects of earlier releases have none. */
  readonly sequencer?: string;
  readonly body: string;
}

/** What came before the sequencers of objects were kept. */
const BEFORE_ALL = '1'.padStart(18, '0');

export const versionId = ({ sequencer }: ObjectMetadata): string => sequencer ?? BEFORE_ALL;

/** UTF-8 byte order, which is S3's; UTF-16 order differs beyond U+FFFF. */
export function byUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for the highest characters, so they go after U+E000–U+FFFF. */
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
