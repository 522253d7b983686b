import { timingSafeEqual } from 'node:crypto';
import { S3Error } from './errors.ts';
import { header, type S3Request } from './request.ts';
import {
  ALGORITHM,
  ChunkSigner,
  requestSignature,
  type Scope,
  sha256Hex,
  textSignature,
  UNSIGNED_PAYLOAD,
} from './signature.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** How the body of an authorized request is framed, and what it must hash to. */
export type Payload =
  | { readonly kind: 'plain'; readonly sha256: string | null }
  | { readonly kind: 'chunked'; readonly signer: ChunkSigner | null };

interface Claim {
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payloadHash: string;
}

const SKEW_MS = 15 * 60 * 1000;
const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** @throws S3Error when the signature is missing, wrong, too old, or leaves out what it must cover. */
export function authorize(request: S3Request, credentials: Credentials, now: number): Payload {
  const presigned = request.query.has('X-Amz-Signature');
  const claim = presigned ? presignedClaim(request, now) : headerClaim(request, now);
  checkAccessKey(claim.accessKeyId, credentials);
  checkCoverage(request, claim);
  const { secretAccessKey } = credentials;
  const expected = requestSignature(secretAccessKey, claim.scope, claim.amzDate, {
    method: request.method,
    path: request.path,
    query: [...request.query].filter(([name]) => name !== 'X-Amz-Signature'),
    headers: claim.signedHeaders.map((name) => [name, header(request, name) ?? '']),
    payloadHash: claim.payloadHash,
  });
  if (!sameText(expected, claim.signature)) throw wrongSignature();
  const { scope, amzDate } = claim;
  return payloadOf(
    claim.payloadHash,
    () => new ChunkSigner(secretAccessKey, scope, amzDate, expected),
  );
}

/**
 * The policy of a form, still encoded, once its signature holds.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
 */
export function verifyPolicy(
  fields: ReadonlyMap<string, string>,
  credentials: Credentials,
): string {
  const policy = fields.get('policy');
  if (policy === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  if (fields.get('x-amz-algorithm') !== ALGORITHM) {
    throw new S3Error('InvalidRequest', `X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  const amzDate = fields.get('x-amz-date') ?? '';
  const { accessKeyId, scope } = credentialScope(fields.get('x-amz-credential') ?? '', amzDate);
  checkAccessKey(accessKeyId, credentials);
  const expected = textSignature(credentials.secretAccessKey, scope, policy);
  if (!sameText(expected, fields.get('x-amz-signature') ?? '')) throw wrongSignature();
  return policy;
}

function checkAccessKey(accessKeyId: string, credentials: Credentials): void {
  if (accessKeyId !== credentials.accessKeyId) {
    throw new S3Error(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
}

const wrongSignature = (): S3Error =>
  new S3Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );

function headerClaim(request: S3Request, now: number): Claim {
  const authorization = header(request, 'authorization');
  if (authorization === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  const fields = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(authorization)?.[1];
  if (fields === undefined) {
    throw new S3Error('InvalidRequest', `Please use ${ALGORITHM}.`);
  }
  const field = new Map(
    fields.split(',').map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
    }),
  );
  const payloadHash = header(request, 'x-amz-content-sha256');
  if (payloadHash === undefined) {
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256',
    );
  }
  const amzDate = header(request, 'x-amz-date') ?? '';
  if (Math.abs(now - instant(amzDate)) > SKEW_MS) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      "The difference between the request time and the server's time is too large.",
    );
  }
  return {
    ...credentialScope(field.get('Credential') ?? '', amzDate),
    amzDate,
    signedHeaders: (field.get('SignedHeaders') ?? '').split(';'),
    signature: field.get('Signature') ?? '',
    payloadHash,
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
function presignedClaim(request: S3Request, now: number): Claim {
  const parameter = (name: string): string => request.query.get(name) ?? '';
  const amzDate = parameter('X-Amz-Date');
  const expires = Number(parameter('X-Amz-Expires') || Number.NaN);
  if (parameter('X-Amz-Algorithm') !== ALGORITHM) {
    throw new S3Error('InvalidRequest', `X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  if (!(expires >= 0 && expires <= WEEK_SECONDS)) {
    throw new S3Error('InvalidRequest', 'X-Amz-Expires must be between 0 and a week, in seconds');
  }
  const signedAt = instant(amzDate);
  if (now < signedAt - SKEW_MS) throw new S3Error('AccessDenied', 'Request is not valid yet');
  if (now > signedAt + expires * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  return {
    ...credentialScope(parameter('X-Amz-Credential'), amzDate),
    amzDate,
    signedHeaders: parameter('X-Amz-SignedHeaders').split(';'),
    signature: parameter('X-Amz-Signature'),
    payloadHash:
      request.query.get('X-Amz-Content-Sha256') ??
      header(request, 'x-amz-content-sha256') ??
      UNSIGNED_PAYLOAD,
  };
}

/** Any region is taken, as the client's configuration says it; the service and the day are not free. */
function credentialScope(
  credential: string,
  amzDate: string,
): Pick<Claim, 'accessKeyId' | 'scope'> {
  const [accessKeyId, date, region, service, end, more] = credential.split('/');
  if (!accessKeyId || !date || !region || service !== 's3' || end !== 'aws4_request' || more) {
    throw new S3Error('AuthorizationHeaderMalformed', 'The credential scope is malformed.');
  }
  if (!amzDate.startsWith(`${date}T`)) {
    throw new S3Error(
      'AuthorizationHeaderMalformed',
      'The credential date is not the request date.',
    );
  }
  return { accessKeyId, scope: { date, region, service } };
}

function instant(amzDate: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  if (!parts) {
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid x-amz-date.');
  }
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The host and every x-amz-* header sent must be under the signature, or anyone on the way could add one. */
function checkCoverage(request: S3Request, claim: Claim): void {
  const unsigned = Object.keys(request.message.headers).filter(
    (name) =>
      (name === 'host' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256')) &&
      !claim.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw new S3Error(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
  }
}

function payloadOf(payloadHash: string, signer: () => ChunkSigner): Payload {
  switch (payloadHash) {
    case UNSIGNED_PAYLOAD:
      return { kind: 'plain', sha256: null };
    case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
      return { kind: 'chunked', signer: null };
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
      return { kind: 'chunked', signer: signer() };
  }
  if (payloadHash.startsWith('STREAMING-')) {
    throw new S3Error('NotImplemented', `${payloadHash} is not supported.`);
  }
  if (!/^[0-9a-f]{64}$/.test(payloadHash)) {
    throw new S3Error('InvalidArgument', 'x-amz-content-sha256 must be a SHA-256 in hex.');
  }
  return { kind: 'plain', sha256: payloadHash };
}

const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256Hex(a)), Buffer.from(sha256Hex(b)));
