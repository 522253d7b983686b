import { S3Error } from '../errors.ts';
import { mayWrite, wantsObject } from '../preconditions.ts';
import { header } from '../request.ts';
import { keptHeaders } from './headers.ts';
import { noSuchKey } from './objects.ts';
import { headerOf, type Operation, origin, quoted, xmlReply } from './operation.ts';

export const copyObject: Operation = async (call) => {
  const { request, storage } = call;
  const { key } = request;
  const source = copySource(header(request, 'x-amz-copy-source') ?? '');
  const replaces = header(request, 'x-amz-metadata-directive') === 'REPLACE';
  if (source.bucket === request.bucket && source.key === key && !replaces) {
    throw new S3Error(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
    );
  }
  const bucket = storage.bucket(request.bucket);
  const found = await storage.bucket(source.bucket).read(source.key);
  if (!found) throw noSuchKey();
  const { object, file } = found;
  try {
    if (!wantsObject(object, headerOf(call, 'x-amz-copy-source-'))) {
      throw new S3Error('PreconditionFailed', 'The source does not meet the conditions.');
    }
    const headers = replaces ? keptHeaders(request) : object.headers;
    // A composite checksum belongs to the parts, which the copy has not.
    const checksum = object.checksum?.type === 'FULL_OBJECT' ? object.checksum : null;
    const draft = await bucket.draft(file.createReadStream({ autoClose: false }));
    const etag = draft.md5;
    const copy = await storage.publish(
      request.bucket,
      draft,
      { key, etag, headers, checksum },
      origin(call, 'ObjectCreated:Copy'),
      (current) => mayWrite(current, headerOf(call)),
    );
    return xmlReply('CopyObjectResult', { ETag: quoted(etag), LastModified: copy.lastModified });
  } finally {
    await file.close();
  }
};

function copySource(source: string): { bucket: string; key: string } {
  const [path = '', version] = source.replace(/^\//, '').split('?');
  const slash = path.indexOf('/');
  if (slash < 1 || version !== undefined) {
    throw new S3Error('InvalidArgument', 'x-amz-copy-source must be /bucket/key, without version.');
  }
  const decoded = decodeURIComponent(path.slice(slash + 1));
  return { bucket: path.slice(0, slash), key: decoded };
}
