import { type Checksum, type ChecksumAlgorithm, isChecksumAlgorithm } from '../checksum.ts';
import { S3Error } from '../errors.ts';
import type { ObjectMetadata } from '../object.ts';
import { header, type S3Request } from '../request.ts';
import { quoted } from './operation.ts';

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** What an upload asks to be kept beside the bytes. */
export function keptHeaders(request: S3Request): Record<string, string> {
  if (header(request, 'x-amz-tagging') !== undefined) {
    throw new S3Error('NotImplemented', 'Tags are not kept by this server.');
  }
  return withoutFraming(
    kept(Object.keys(request.message.headers).map((name) => [name, header(request, name) ?? ''])),
  );
}

/** The same of a form. */
export function keptFields(fields: ReadonlyMap<string, string>): Record<string, string> {
  const unknown = [...fields.keys()].find((name) => /^(tagging|x-amz-checksum-.*)$/.test(name));
  if (unknown) throw new S3Error('NotImplemented', `The field ${unknown} is not supported.`);
  const headers = kept(fields);
  const [odd] = Object.entries(headers).find(([, value]) => /[^\t\x20-\x7e]/.test(value)) ?? [];
  if (odd) throw new S3Error('InvalidArgument', `The field ${odd} must be printable ASCII.`);
  return headers;
}

const kept = (all: Iterable<readonly [string, string]>): Record<string, string> => ({
  'content-type': 'binary/octet-stream',
  ...Object.fromEntries(
    [...all].filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-')),
  ),
});

/** `aws-chunked` is how the bytes travelled, not what they are. */
function withoutFraming(headers: Record<string, string>): Record<string, string> {
  const { 'content-encoding': encoding, ...rest } = headers;
  const left = encoding
    ?.split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked' && coding !== '');
  return left?.length ? { ...rest, 'content-encoding': left.join(',') } : rest;
}

/** What GetObject and HeadObject say of an object. */
export function objectHeaders(object: ObjectMetadata): Record<string, string | number> {
  return {
    ...object.headers,
    etag: quoted(object.etag),
    'last-modified': new Date(object.lastModified).toUTCString(),
    'accept-ranges': 'bytes',
  };
}

export const checksumHeaders = (checksum: Checksum | null): Record<string, string> =>
  checksum
    ? {
        [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
        'x-amz-checksum-type': checksum.type,
      }
    : {};

/** As the elements `ChecksumCRC32` and `ChecksumType`. */
export const checksumElements = (checksum: Checksum | null): Record<string, string> =>
  checksum
    ? {
        [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value,
        ChecksumType: checksum.type,
      }
    : {};

/** The algorithm of a multipart upload, from CreateMultipartUpload's header. */
export function uploadAlgorithm(request: S3Request): ChecksumAlgorithm | null {
  const name = header(request, 'x-amz-checksum-algorithm')?.toLowerCase();
  if (name === undefined || isChecksumAlgorithm(name)) return name ?? null;
  throw new S3Error('NotImplemented', `The checksum algorithm ${name} is not supported.`);
}
