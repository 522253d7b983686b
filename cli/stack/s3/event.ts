import type { S3Event } from 'aws-lambda';
import { uriEncode } from './signature.ts';

export interface ObjectChange {
  readonly eventName:
    | 'ObjectCreated:Put'
    | 'ObjectCreated:Post'
    | 'ObjectCreated:Copy'
    | 'ObjectCreated:CompleteMultipartUpload'
    | 'ObjectRemoved:Delete';
  readonly bucket: string;
  readonly key: string;
  readonly sequencer: string;
  readonly requestId: string;
  readonly sourceIPAddress: string;
  /** ISO 8601 */
  readonly time: string;
  /** What was written; absent where the object was removed. */
  readonly written?: { readonly bytes: number; readonly etag: string };
}

const OWNER = 'shisaku-local';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export function s3Event(change: ObjectChange, awsRegion: string): S3Event {
  const { written, requestId } = change;
  const object = {
    key: eventKey(change.key),
    ...(written && { size: written.bytes, eTag: written.etag }),
    sequencer: change.sequencer,
  };
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion,
        eventTime: change.time,
        eventName: change.eventName,
        userIdentity: { principalId: OWNER },
        requestParameters: { sourceIPAddress: change.sourceIPAddress },
        responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'ingest',
          bucket: {
            name: change.bucket,
            ownerIdentity: { principalId: OWNER },
            arn: `arn:aws:s3:::${change.bucket}`,
          },
          // A removal has neither size nor eTag, which the type of @types/aws-lambda does not know.
          object: object as S3Event['Records'][number]['s3']['object'],
        },
      },
    ],
  };
}

/** Form-encoded as S3 does it: + for a space, slashes stay. */
const eventKey = (key: string): string =>
  key.split('/').map(uriEncode).join('/').replaceAll('%20', '+');
