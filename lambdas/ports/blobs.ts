import type { Readable } from 'node:stream';
import type { FormatFile } from '../reader/format-files.ts';

/** What is under a key: its content, or only its size where that is over the limit. */
export type StoredObject =
  | { readonly kind: 'content'; readonly eTag: string; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly eTag: string; readonly size: number };

/** An answer that was stored: its bytes, or a URL that gives them to anyone for a quarter of an hour. */
export type StoredAnswer =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'elsewhere'; readonly url: string };

/** How a browser may upload one PDF: a form with these fields and, last, the file. */
export interface PresignedUpload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly key: string;
  /** ISO 8601 */
  readonly expiresAt: string;
}

/** One put or removal under a key, as a bucket that keeps versions remembers it. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  /** ISO 8601 */
  readonly time: string;
  /** null where the object was removed */
  readonly eTag: string | null;
}

/** Where the bytes are kept: PDFs under the keys that people choose, format files, and answers too large to be sent. */
export interface Bucket {
  /** the size from which an object is not downloaded */
  readonly maxBytes: number;

  /** The format files that stand in the bucket. */
  formats(): Promise<readonly FormatFile[]>;

  /** Everything that was ever put or removed and is not gone for good, key by key, of a key the oldest first. */
  versions(): AsyncGenerator<Version, undefined>;

  /** The object as it is now, or a version of it; undefined where there is none. */
  getObject(key: string, versionId?: string): Promise<StoredObject | undefined>;

  /** Stores a text of JSON; what was under the key before is replaced. */
  putJson(key: string, text: string): Promise<void>;

  /** A URL that gives the PDF to anyone for a quarter of an hour; a signature is good for one method alone. */
  presignedUrl(key: string, method?: 'GET' | 'HEAD'): Promise<string>;

  /** Where presigned URLs and uploads lead: scheme, host and port. */
  origin(): Promise<string>;

  /**
   * A way to upload one PDF of at most so many bytes, under a key of its own that begins with the folder, if any is given,
   * and ends in the name, for as long.
   */
  presignedUpload(fileName: string, bytes: number, folder?: string): Promise<PresignedUpload>;

  /** Stores an answer as it comes, under a name of its own or the one given; returns the name. */
  putAnswer(
    body: Readable,
    headers: {
      readonly ContentType?: string | undefined;
      readonly ContentEncoding?: string | undefined;
      readonly ContentDisposition?: string | undefined;
    },
    name?: string,
  ): Promise<string>;

  /** An answer that was stored and will not be removed soon; bytes where there are not too many, else where they are. */
  findAnswer(name: string, maxBytes: number): Promise<StoredAnswer | undefined>;

  /** A URL that gives an answer to anyone for a quarter of an hour. */
  answerUrl(name: string): Promise<string>;
}

/** Headers quote ETags, S3's events do not. */
export const plainETag = (eTag: string): string => eTag.replaceAll('"', '');
