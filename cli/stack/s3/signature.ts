/**
 * AWS Signature Version 4 as S3 uses it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
import { createHash, createHmac } from 'node:crypto';

export const ALGORITHM = 'AWS4-HMAC-SHA256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** What a signature is bound to: `20250401/ap-northeast-1/s3/aws4_request`. */
export interface Scope {
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export interface SignedRequest {
  readonly method: string;
  /** Decoded, with its leading slash. */
  readonly path: string;
  /** Decoded, without X-Amz-Signature. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Signed headers only, lower-case names; values as bytes in latin-1, as node:http gives them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly payloadHash: string;
}

export const scopeText = ({ date, region, service }: Scope): string =>
  `${date}/${region}/${service}/aws4_request`;

/** RFC 3986 percent-encoding: only `A-Za-z0-9-._~` stay. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function canonicalRequest(request: SignedRequest): string {
  const query = request.query
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y));
  const headers = request.headers.toSorted(([a], [b]) => byCodeUnit(a, b));
  return [
    request.method,
    // S3 encodes the path once and keeps `//` and `..`: a key is data, not a path.
    request.path.split('/').map(uriEncode).join('/'),
    query.map((pair) => pair.join('=')).join('&'),
    ...headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}`),
    '',
    headers.map(([name]) => name).join(';'),
    request.payloadHash,
  ].join('\n');
}

export const sha256Hex = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

export function signingKey(secret: string, scope: Scope): Buffer {
  const dated = hmac(`AWS4${secret}`, scope.date);
  return hmac(hmac(hmac(dated, scope.region), scope.service), 'aws4_request');
}

/** @param amzDate `YYYYMMDD'T'HHMMSS'Z'` */
export function requestSignature(
  secret: string,
  scope: Scope,
  amzDate: string,
  request: SignedRequest,
): string {
  const hash = createHash('sha256').update(canonicalRequest(request), 'latin1').digest('hex');
  const text = [ALGORITHM, amzDate, scopeText(scope), hash].join('\n');
  return textSignature(secret, scope, text);
}

export const textSignature = (secret: string, scope: Scope, text: string): string =>
  hmac(signingKey(secret, scope), text).toString('hex');

/** Signs chunk after chunk of one upload, each over the signature before it, from the request's own. */
export class ChunkSigner {
  readonly #key: Buffer;
  readonly #amzDate: string;
  readonly #scope: string;
  #previous: string;

  constructor(secret: string, scope: Scope, amzDate: string, seed: string) {
    this.#key = signingKey(secret, scope);
    this.#amzDate = amzDate;
    this.#scope = scopeText(scope);
    this.#previous = seed;
  }

  chunk(dataSha256: string): string {
    return this.#next('AWS4-HMAC-SHA256-PAYLOAD', sha256Hex(''), dataSha256);
  }

  /** @param trailers `name:value\n` each, in the order sent */
  trailer(trailers: string): string {
    return this.#next('AWS4-HMAC-SHA256-TRAILER', sha256Hex(trailers));
  }

  #next(kind: string, ...hashes: string[]): string {
    const text = [kind, this.#amzDate, this.#scope, this.#previous, ...hashes].join('\n');
    this.#previous = hmac(this.#key, text).toString('hex');
    return this.#previous;
  }
}
