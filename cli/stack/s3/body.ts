import { createHash } from 'node:crypto';
import type { Payload } from './authorize.ts';
import {
  type Checksum,
  type ChecksumAlgorithm,
  type Hash,
  isChecksumAlgorithm,
  startChecksum,
} from './checksum.ts';
import { decodeChunks } from './chunked.ts';
import { S3Error } from './errors.ts';
import { header, type S3Request } from './request.ts';

/** The content that a client sends, out of its framing and held to every digest the client gave. */
export interface RequestBody {
  /** Ends in an S3Error (BadDigest, IncompleteBody …) where the bytes are not the promised ones. */
  readonly bytes: AsyncIterable<Buffer>;
  /** The verified checksum; to be asked for after the last byte. */
  checksum(): Checksum | null;
}

const MAX_XML_BYTES = 2 * 1024 * 1024;

/** @param algorithm of the checksum that the client sends of this body, in a header or as a trailer */
export function openBody(
  request: S3Request,
  payload: Payload,
  algorithm: ChecksumAlgorithm | null = declaredAlgorithm(request),
): RequestBody {
  let checksum: Checksum | null = null;

  async function* verified(): AsyncGenerator<Buffer> {
    const trailers = new Map<string, string>();
    const source: AsyncIterable<Buffer> = request.message;
    const content =
      payload.kind === 'chunked' ? decodeChunks(source, payload.signer, trailers) : source;
    const md5 = header(request, 'content-md5');
    const md5Hash = md5 === undefined ? null : createHash('md5');
    const sha256 = payload.kind === 'plain' ? payload.sha256 : null;
    const sha256Hash = sha256 === null ? null : createHash('sha256');
    const checksumHash = algorithm && startChecksum(algorithm);
    const hashes: Hash[] = [md5Hash, sha256Hash, checksumHash].filter((hash) => hash !== null);
    let bytes = 0;
    for await (const chunk of content) {
      for (const hash of hashes) hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    checkLength(request, payload, bytes);
    if (md5Hash) checkMd5(md5 ?? '', md5Hash.digest('base64'));
    if (sha256Hash && sha256Hash.digest('hex') !== sha256) {
      throw new S3Error(
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    if (algorithm && checksumHash) {
      const name = `x-amz-checksum-${algorithm}`;
      const promised = header(request, name) ?? trailers.get(name);
      const value = checksumHash.digest().toString('base64');
      if (promised === undefined) throw badRequest(`The trailer ${name} was not sent.`);
      if (promised !== value) throw badDigest(algorithm.toUpperCase());
      checksum = { algorithm, value, type: 'FULL_OBJECT' };
    }
  }

  return { bytes: verified(), checksum: () => checksum };
}

/** An XML body, whole. */
export async function readText(
  request: S3Request,
  payload: Payload,
  algorithm: ChecksumAlgorithm | null = declaredAlgorithm(request),
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of openBody(request, payload, algorithm).bytes) {
    bytes += chunk.length;
    if (bytes > MAX_XML_BYTES) throw new S3Error('EntityTooLarge', 'The XML body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function declaredAlgorithm(request: S3Request): ChecksumAlgorithm | null {
  const trailer = header(request, 'x-amz-trailer')?.split(',') ?? [];
  const names = [...Object.keys(request.message.headers), ...trailer]
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name.startsWith('x-amz-checksum-'))
    .map((name) => name.slice('x-amz-checksum-'.length))
    .filter((name) => !['algorithm', 'mode', 'type'].includes(name));
  const [name, ...more] = new Set(names);
  if (name === undefined) return null;
  if (more.length > 0) throw badRequest('Expecting a single x-amz-checksum- header.');
  if (!isChecksumAlgorithm(name)) {
    throw new S3Error('NotImplemented', `The checksum algorithm ${name} is not supported.`);
  }
  return name;
}

function checkLength(request: S3Request, payload: Payload, bytes: number): void {
  const name = payload.kind === 'chunked' ? 'x-amz-decoded-content-length' : 'content-length';
  const promised = header(request, name);
  if (promised !== undefined && Number(promised) !== bytes) {
    throw new S3Error('IncompleteBody', `${name} says ${promised} bytes, ${bytes} were sent.`);
  }
}

function checkMd5(promised: string, computed: string): void {
  if (Buffer.from(promised, 'base64').length !== 16) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified is not valid.');
  }
  if (promised !== computed) throw badDigest('Content-MD5');
}

const badRequest = (message: string): S3Error => new S3Error('InvalidRequest', message);

const badDigest = (name: string): S3Error =>
  new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
