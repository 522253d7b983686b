import { openBody } from '../body.ts';
import { S3Error } from '../errors.ts';
import { mayWrite, wantsObject } from '../preconditions.ts';
import { byteRange } from '../range.ts';
import { header } from '../request.ts';
import { checksumHeaders, keptHeaders, objectHeaders } from './headers.ts';
import { headerOf, type Operation, origin, quoted, type Reply, xmlReply } from './operation.ts';

export const noSuchKey = (): S3Error =>
  new S3Error('NoSuchKey', 'The specified key does not exist.');

export const putObject: Operation = async (call) => {
  const { request, payload, storage } = call;
  const { key } = request;
  const bucket = storage.bucket(request.bucket);
  const headers = keptHeaders(request);
  const body = openBody(request, payload);
  const draft = await bucket.draft(body.bytes);
  const checksum = body.checksum();
  await storage.publish(
    draft,
    { bucket: request.bucket, key, etag: draft.md5, headers, checksum },
    origin(call, 'ObjectCreated:Put'),
    (current) => mayWrite(current, headerOf(call)),
  );
  return { headers: { etag: quoted(draft.md5), ...checksumHeaders(checksum) } };
};

/** GetObject and HeadObject. */
export const getObject: Operation = async (call) => {
  const { request, storage } = call;
  const found = await storage
    .bucket(request.bucket)
    .read(request.key, request.query.get('versionId') ?? undefined);
  if (!found) throw noSuchKey();
  const { object, file } = found;
  let sent = false;
  try {
    const headers = { ...objectHeaders(object), ...responseOverrides(request.query) };
    if (!wantsObject(object, headerOf(call))) return { status: 304, headers };
    const range = byteRange(header(request, 'range'), object.bytes);
    const reply: Reply = range
      ? {
          status: 206,
          headers: {
            ...headers,
            'content-length': range.last - range.first + 1,
            'content-range': `bytes ${range.first}-${range.last}/${object.bytes}`,
          },
        }
      : {
          headers: {
            ...headers,
            'content-length': object.bytes,
            // A checksum of the whole says nothing about a part.
            ...(header(request, 'x-amz-checksum-mode') && checksumHeaders(object.checksum)),
          },
        };
    if (request.method === 'HEAD' || object.bytes === 0) return reply;
    sent = true;
    const { first: start, last: end } = range ?? { first: 0, last: object.bytes - 1 };
    return { ...reply, body: file.createReadStream({ start, end }) };
  } finally {
    if (!sent) await file.close();
  }
};

/** `response-content-disposition=…` and its kin, for presigned links. */
function responseOverrides(query: URLSearchParams): Record<string, string> {
  const names = ['type', 'language', 'disposition', 'encoding'].map((name) => `content-${name}`);
  return Object.fromEntries(
    [...names, 'expires', 'cache-control'].flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** No object here has tags; the AWS CLI asks before it copies a large one. */
export const getObjectTagging: Operation = async ({ request, storage }) => {
  if (!storage.bucket(request.bucket).get(request.key)) throw noSuchKey();
  return xmlReply('Tagging', { TagSet: '' });
};
