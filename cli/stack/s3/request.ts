import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

/** A path-style S3 request: `/bucket/key`. */
export interface S3Request {
  readonly method: string;
  /** Decoded, with its leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** '' for the service itself. */
  readonly bucket: string;
  /** '' for a bucket; otherwise any characters, `//`, `..` and a leading slash among them. */
  readonly key: string;
  readonly message: IncomingMessage;
}

/** Reads the request line by hand: `new URL` would resolve `..` in a key. */
export function readRequest(message: IncomingMessage): S3Request {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const path = decodePath(mark < 0 ? target : target.slice(0, mark));
  const slash = path.indexOf('/', 1);
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    bucket: slash < 0 ? path.slice(1) : path.slice(1, slash),
    key: slash < 0 ? '' : path.slice(slash + 1),
    message,
  };
}

/** @throws S3Error KeyTooLongError */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError', 'Your key is too long.');
}

/** Of what one request uploads: https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
export const MAX_UPLOAD_BYTES = 5 * 1024 ** 3;

/**
 * Refuses by what the headers announce, before anything is taken in.
 * @throws S3Error EntityTooLarge
 */
export function checkSize(request: S3Request): void {
  const bytes = Number(header(request, 'content-length') ?? 0);
  const content = Number(header(request, 'x-amz-decoded-content-length') ?? bytes);
  // Framing in chunks, as small as clients make them, adds a tenth at most.
  if (content <= MAX_UPLOAD_BYTES && bytes <= 1.1 * MAX_UPLOAD_BYTES) return;
  throw new S3Error(
    'EntityTooLarge',
    `Your proposed upload exceeds the maximum allowed size of ${MAX_UPLOAD_BYTES} bytes.`,
  );
}

function decodePath(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** A header's one value, or undefined where it was not sent. */
export function header(request: S3Request, name: string): string | undefined {
  return request.message.headersDistinct[name]?.join(',');
}
