import { type Credentials, verifyPolicy } from '../authorize.ts';
import { S3Error } from '../errors.ts';
import { readMultipart } from '../form.ts';
import { checkPolicy, readPolicy } from '../policy.ts';
import { checkKey, type S3Request } from '../request.ts';
import type { DiskStorage } from '../storage.ts';
import { toXml } from '../xml.ts';
import { keptFields } from './headers.ts';
import { origin, quoted, type Reply } from './operation.ts';

/** A form from a browser, addressed to a bucket. Its policy is what authorizes it. */
export const isFormPost = ({ method, key, message }: S3Request): boolean =>
  method === 'POST' &&
  key === '' &&
  /^multipart\/form-data\b/i.test(message.headers['content-type'] ?? '');

/** https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
export async function postObject(
  call: { request: S3Request; storage: DiskStorage; requestId: string },
  credentials: Credentials,
  now: number,
): Promise<Reply> {
  const { request, storage } = call;
  const bucket = storage.bucket(request.bucket);
  const { fields: sent, file } = await readMultipart(request.message);
  const key = (sent.get('key') ?? '').replace(/\$\{filename\}/g, () => baseName(file.name));
  if (key === '') throw new S3Error('InvalidArgument', 'Bucket POST must contain a field key.');
  checkKey(key);
  const fields = new Map([...sent, ['key', key], ['bucket', request.bucket]]);
  const policy = readPolicy(verifyPolicy(fields, credentials));
  checkPolicy(policy, fields, file.size, now);

  const draft = await bucket.draft(file.stream());
  const { etag } = await storage.publish(
    draft,
    { bucket: request.bucket, key, etag: draft.md5, headers: keptFields(fields), checksum: null },
    origin(call, 'ObjectCreated:Post'),
    () => {},
  );
  const location = `http://${request.message.headers.host}/${request.bucket}/${encodeURIComponent(key)}`;
  return success(fields, {
    Location: location,
    Bucket: request.bucket,
    Key: key,
    ETag: quoted(etag),
  });
}

type Done = { readonly Location: string; Bucket: string; Key: string; ETag: string };

function success(fields: ReadonlyMap<string, string>, done: Done): Reply {
  const headers = { etag: done.ETag, location: done.Location };
  const redirect = URL.parse(fields.get('success_action_redirect') ?? '');
  if (redirect) {
    for (const name of ['Bucket', 'Key', 'ETag'] as const) {
      redirect.searchParams.set(name.toLowerCase(), done[name]);
    }
    return { status: 303, headers: { ...headers, location: redirect.href } };
  }
  const status = fields.get('success_action_status');
  if (status === '201') {
    return {
      status: 201,
      headers: { ...headers, 'content-type': 'application/xml' },
      body: toXml('PostResponse', done),
    };
  }
  return { status: status === '200' ? 200 : 204, headers };
}

/** Browsers of old sent the whole path. */
const baseName = (name: string): string => name.slice(name.search(/[^/\\]*$/));
