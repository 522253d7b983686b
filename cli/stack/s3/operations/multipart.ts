import { openBody, readText } from '../body.ts';
import { type Checksum, compositeChecksum, startChecksum } from '../checksum.ts';
import { S3Error } from '../errors.ts';
import { mayWrite } from '../preconditions.ts';
import { header } from '../request.ts';
import { type MultipartUpload, multipartEtag, type UploadPart } from '../uploads.ts';
import { fromXml, malformedXml } from '../xml.ts';
import { checksumElements, checksumHeaders, keptHeaders, uploadAlgorithm } from './headers.ts';
import { type Call, headerOf, type Operation, origin, quoted, xmlReply } from './operation.ts';

const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 10_000;

export const createMultipartUpload: Operation = async ({ request, storage }) => {
  const { bucket, key } = request;
  const algorithm = uploadAlgorithm(request);
  const asked = header(request, 'x-amz-checksum-type');
  const full = asked === 'FULL_OBJECT' || (asked === undefined && algorithm === 'crc64nvme');
  const checksumType = full ? 'FULL_OBJECT' : 'COMPOSITE';
  const headers = keptHeaders(request);
  const id = await storage.uploads(bucket).begin({ key, headers, algorithm, checksumType });
  return xmlReply(
    'InitiateMultipartUploadResult',
    { Bucket: bucket, Key: key, UploadId: id },
    algorithm
      ? {
          'x-amz-checksum-algorithm': algorithm.toUpperCase(),
          'x-amz-checksum-type': checksumType,
        }
      : {},
  );
};

export const uploadPart: Operation = async (call) => {
  const { request, payload, storage } = call;
  const { id, number } = await partAddress(call);
  const body = openBody(request, payload);
  const uploads = storage.uploads(request.bucket);
  const part = await uploads.putPart(id, number, body.bytes, body.checksum);
  const { 'x-amz-checksum-type': _, ...checksum } = checksumHeaders(part.checksum);
  return { headers: { etag: quoted(part.etag), ...checksum } };
};

/** Which part of which upload a request writes. */
export async function partAddress({ request, storage }: Call) {
  const id = uploadId(request.query);
  const number = Number(request.query.get('partNumber'));
  await storage.uploads(request.bucket).get(id, request.key);
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS) {
    throw new S3Error('InvalidArgument', `Part number must be from 1 to ${MAX_PARTS}.`);
  }
  return { id, number };
}

export const completeMultipartUpload: Operation = async (call) => {
  const { request, payload, storage } = call;
  const { bucket: bucketName, key } = request;
  const uploads = storage.uploads(bucketName);
  const bucket = storage.bucket(bucketName);
  const id = uploadId(request.query);
  const upload = await uploads.get(id, key);
  // A checksum header here speaks of the object, not of this body.
  const wanted = partList(await readText(request, payload, null));
  const parts = chooseParts(wanted, await uploads.parts(id));
  const etag = multipartEtag(parts);
  const checksum = await objectChecksum(call, upload, parts);
  const draft = await bucket.draft(uploads.bytes(id, parts));
  await storage.publish(
    draft,
    { bucket: bucketName, key, etag, headers: upload.headers, checksum },
    origin(call, 'ObjectCreated:CompleteMultipartUpload'),
    (current) => mayWrite(current, headerOf(call)),
  );
  await uploads.end(id);
  return xmlReply('CompleteMultipartUploadResult', {
    Location: `/${bucketName}/${key}`,
    Bucket: bucketName,
    Key: key,
    ETag: quoted(etag),
    ...checksumElements(checksum),
  });
};

export const abortMultipartUpload: Operation = async ({ request, storage }) => {
  const uploads = storage.uploads(request.bucket);
  const id = uploadId(request.query);
  await uploads.get(id, request.key);
  await uploads.end(id);
  return { status: 204 };
};

export const listParts: Operation = async ({ request, storage }) => {
  const { bucket, key, query } = request;
  const uploads = storage.uploads(bucket);
  const id = uploadId(query);
  await uploads.get(id, key);
  const after = Number(query.get('part-number-marker') ?? 0);
  const maxParts = Math.min(Number(query.get('max-parts') ?? 1000), 1000);
  const rest = (await uploads.parts(id)).filter(({ number }) => number > after);
  const page = rest.slice(0, maxParts);
  return xmlReply('ListPartsResult', {
    Bucket: bucket,
    Key: key,
    UploadId: id,
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.number ?? after,
    MaxParts: maxParts,
    IsTruncated: rest.length > page.length,
    Part: page.map(({ number, lastModified, etag, bytes, checksum }) => {
      const { ChecksumType: _, ...value } = checksumElements(checksum);
      return {
        PartNumber: number,
        LastModified: lastModified,
        ETag: quoted(etag),
        Size: bytes,
        ...value,
      };
    }),
  });
};

const uploadId = (query: URLSearchParams): string => query.get('uploadId') ?? '';

interface WantedPart {
  readonly number: number;
  readonly etag: string;
}

function partList(text: string): WantedPart[] {
  const list = fromXml('CompleteMultipartUpload', text) as {
    Part?: { PartNumber?: unknown; ETag?: unknown }[];
  };
  if (!list.Part?.length) throw malformedXml();
  return list.Part.map(({ PartNumber, ETag }) => {
    if (typeof PartNumber !== 'string' || typeof ETag !== 'string') throw malformedXml();
    return { number: Number(PartNumber), etag: ETag.replaceAll('"', '') };
  });
}

function chooseParts(wanted: readonly WantedPart[], stored: readonly UploadPart[]): UploadPart[] {
  if (wanted.some(({ number }, index) => number <= (wanted[index - 1]?.number ?? 0))) {
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  return wanted.map(({ number, etag }, index) => {
    const part = byNumber.get(number);
    if (part?.etag !== etag) {
      throw new S3Error('InvalidPart', `Part ${number} was not found, or its ETag differs.`);
    }
    if (part.bytes < MIN_PART_BYTES && index < wanted.length - 1) {
      throw new S3Error('EntityTooSmall', `Part ${number} is smaller than 5 MiB.`);
    }
    return part;
  });
}

async function objectChecksum(
  { request, storage }: Call,
  { algorithm, checksumType }: MultipartUpload,
  parts: readonly UploadPart[],
): Promise<Checksum | null> {
  if (!algorithm) return null;
  if (checksumType === 'COMPOSITE') {
    const values = parts.map(({ checksum }) => checksum?.value);
    return values.every((value) => value !== undefined)
      ? compositeChecksum(algorithm, values)
      : null;
  }
  const hash = startChecksum(algorithm);
  const uploads = storage.uploads(request.bucket);
  for await (const chunk of uploads.bytes(uploadId(request.query), parts)) hash.update(chunk);
  const value = hash.digest().toString('base64');
  const promised = header(request, `x-amz-checksum-${algorithm}`);
  if (promised !== undefined && promised !== value) {
    throw new S3Error('BadDigest', `The ${algorithm.toUpperCase()} you specified did not match.`);
  }
  return { algorithm, value, type: 'FULL_OBJECT' };
}
