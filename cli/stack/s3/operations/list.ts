import { S3Error } from '../errors.ts';
import { type ListingPage, listPage } from '../listing.ts';
import { type ObjectMetadata, versionId } from '../object.ts';
import { uriEncode } from '../signature.ts';
import { type Call, type Operation, quoted, xmlReply } from './operation.ts';

const MAX_KEYS = 1000;

interface ListQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Percent-encodes names where the client asked for it: XML 1.0 cannot hold every key. */
  readonly encode: (name: string) => string;
}

function listQuery({ request: { query } }: Call): ListQuery {
  const maxKeys = query.get('max-keys') ?? String(MAX_KEYS);
  if (!/^\d{1,9}$/.test(maxKeys)) {
    throw new S3Error('InvalidArgument', 'max-keys must be an integer, 0 or more.');
  }
  const encoding = query.get('encoding-type');
  if (encoding !== null && encoding !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number(maxKeys), MAX_KEYS),
    encode: encoding ? (name) => name.split('/').map(uriEncode).join('/') : (name) => name,
  };
}

export const listObjectsV2: Operation = async (call) => {
  const { request, storage } = call;
  const query = listQuery(call);
  const { encode } = query;
  const token = request.query.get('continuation-token');
  const startAfter = request.query.get('start-after') ?? '';
  const after = token === null ? startAfter : Buffer.from(token, 'base64url').toString();
  const page = listPage(storage.bucket(request.bucket).sorted(), { ...query, after });
  return xmlReply('ListBucketResult', {
    ...head(call, query),
    KeyCount: page.objects.length + page.prefixes.length,
    ...(token !== null && { ContinuationToken: token }),
    ...(startAfter !== '' && { StartAfter: encode(startAfter) }),
    IsTruncated: page.next !== null,
    ...(page.next !== null && {
      NextContinuationToken: Buffer.from(page.next).toString('base64url'),
    }),
    ...entries(page, query),
  });
};

export const listObjectsV1: Operation = async (call) => {
  const { request, storage } = call;
  const query = listQuery(call);
  const after = request.query.get('marker') ?? '';
  const page = listPage(storage.bucket(request.bucket).sorted(), { ...query, after });
  return xmlReply('ListBucketResult', {
    ...head(call, query),
    Marker: query.encode(after),
    IsTruncated: page.next !== null,
    // Without a delimiter, S3 leaves the client to take the last key.
    ...(page.next !== null && query.delimiter !== '' && { NextMarker: query.encode(page.next) }),
    ...entries(page, query),
  });
};

/** Pages end between keys: of one key all versions since its last removal come together, newest first. */
export const listObjectVersions: Operation = async (call) => {
  const { request, storage } = call;
  const query = listQuery(call);
  const bucket = storage.bucket(request.bucket);
  const after = request.query.get('key-marker') ?? '';
  const page = listPage(bucket.sorted(), { ...query, after });
  return xmlReply('ListVersionsResult', {
    ...head(call, query),
    KeyMarker: query.encode(after),
    IsTruncated: page.next !== null,
    ...(page.next !== null && { NextKeyMarker: query.encode(page.next) }),
    Version: page.objects.flatMap((object) =>
      bucket
        .versions(object.key)
        .toReversed()
        .map((version) => ({
          ...entry(version, query),
          VersionId: versionId(version),
          IsLatest: version === object,
        })),
    ),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: query.encode(prefix) })),
  });
};

const head = ({ request }: Call, { prefix, delimiter, maxKeys, encode }: ListQuery) => ({
  Name: request.bucket,
  Prefix: encode(prefix),
  ...(delimiter !== '' && { Delimiter: encode(delimiter) }),
  MaxKeys: maxKeys,
  ...(request.query.has('encoding-type') && { EncodingType: 'url' }),
});

const entries = ({ objects, prefixes }: ListingPage<ObjectMetadata>, query: ListQuery) => ({
  Contents: objects.map((object) => entry(object, query)),
  CommonPrefixes: prefixes.map((prefix) => ({ Prefix: query.encode(prefix) })),
});

const entry = (
  { key, lastModified, etag, bytes, checksum }: ObjectMetadata,
  { encode }: ListQuery,
) => ({
  Key: encode(key),
  LastModified: lastModified,
  ETag: quoted(etag),
  ...(checksum && { ChecksumAlgorithm: checksum.algorithm.toUpperCase() }),
  Size: bytes,
  StorageClass: 'STANDARD',
});
