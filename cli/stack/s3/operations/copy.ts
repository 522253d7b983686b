import type { FileHandle } from 'node:fs/promises';
import { S3Error } from '../errors.ts';
import type { ObjectMetadata } from '../object.ts';
import { mayWrite, wantsObject } from '../preconditions.ts';
import { byteRange } from '../range.ts';
import { header } from '../request.ts';
import { keptHeaders } from './headers.ts';
import { partAddress } from './multipart.ts';
import { noSuchKey } from './objects.ts';
import { type Call, headerOf, type Operation, origin, quoted, xmlReply } from './operation.ts';

export const copyObject: Operation = async (call) => {
  const { request, storage } = call;
  const { key } = request;
  const bucket = storage.bucket(request.bucket);
  const replaces = header(request, 'x-amz-metadata-directive') === 'REPLACE';
  const source = copySource(call);
  if (source.bucket === request.bucket && source.key === key && !replaces) {
    throw new S3Error(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
    );
  }
  return withSource(call, async (object, file) => {
    const headers = replaces ? keptHeaders(request) : object.headers;
    // A composite checksum belongs to the parts, which the copy has not.
    const checksum = object.checksum?.type === 'FULL_OBJECT' ? object.checksum : null;
    const draft = await bucket.draft(file.createReadStream({ autoClose: false }));
    const etag = draft.md5;
    const copy = await storage.publish(
      draft,
      { bucket: request.bucket, key, etag, headers, checksum },
      origin(call, 'ObjectCreated:Copy'),
      (current) => mayWrite(current, headerOf(call)),
    );
    return xmlReply('CopyObjectResult', { ETag: quoted(etag), LastModified: copy.lastModified });
  });
};

export const uploadPartCopy: Operation = async (call) => {
  const { request, storage } = call;
  const uploads = storage.uploads(request.bucket);
  const { id, number } = await partAddress(call);
  return withSource(call, async (object, file) => {
    const range = byteRange(header(request, 'x-amz-copy-source-range'), object.bytes);
    const bytes = file.createReadStream({
      ...(range && { start: range.first, end: range.last }),
      autoClose: false,
    });
    const part = await uploads.putPart(id, number, bytes, () => null);
    return xmlReply('CopyPartResult', {
      ETag: quoted(part.etag),
      LastModified: part.lastModified,
    });
  });
};

async function withSource<T>(
  call: Call,
  use: (object: ObjectMetadata, file: FileHandle) => Promise<T>,
): Promise<T> {
  const source = copySource(call);
  const found = await call.storage.bucket(source.bucket).read(source.key);
  if (!found) throw noSuchKey();
  try {
    if (!wantsObject(found.object, headerOf(call, 'x-amz-copy-source-'))) {
      throw new S3Error('PreconditionFailed', 'The source does not meet the conditions.');
    }
    return await use(found.object, found.file);
  } finally {
    await found.file.close();
  }
}

function copySource({ request }: Call): { bucket: string; key: string } {
  const source = header(request, 'x-amz-copy-source') ?? '';
  const [, bucket, encodedKey] = /^\/?([^/?]+)\/([^?]+)$/.exec(source) ?? [];
  try {
    if (bucket && encodedKey) return { bucket, key: decodeURIComponent(encodedKey) };
  } catch {
    // Not percent-encoded UTF-8: refused below like every other malformed source.
  }
  throw new S3Error('InvalidArgument', 'x-amz-copy-source must be /bucket/key, without version.');
}
