import type { Readable } from 'node:stream';
import type { Payload } from '../authorize.ts';
import type { ObjectChange } from '../event.ts';
import { header, type S3Request } from '../request.ts';
import type { DiskStorage, Origin } from '../storage.ts';
import { toXml, type XmlContent } from '../xml.ts';

/** One authorized request. */
export interface Call {
  readonly request: S3Request;
  readonly payload: Payload;
  readonly storage: DiskStorage;
  readonly requestId: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string | Readable;
}

export type Operation = (call: Call) => Promise<Reply>;

export const headerOf =
  ({ request }: Call, prefix = '') =>
  (name: string): string | undefined =>
    header(request, prefix + name);

export const xmlReply = (
  root: string,
  content: XmlContent,
  headers: Reply['headers'] = {},
): Reply => ({
  headers: { ...headers, 'content-type': 'application/xml' },
  body: toXml(root, content),
});

export const quoted = (etag: string): string => `"${etag}"`;

export const origin = (
  call: Pick<Call, 'request' | 'requestId'>,
  eventName: ObjectChange['eventName'],
): Origin => ({
  eventName,
  requestId: call.requestId,
  sourceIPAddress: call.request.message.socket.remoteAddress ?? '127.0.0.1',
});
