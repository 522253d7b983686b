import { z } from 'zod';
import { isUpload } from '../domain/prefixes.ts';
import { plainETag } from '../ports/blobs.ts';

/** What happened to one object of the bucket. */
export type ObjectEvent = {
  readonly key: string;
  /** as S3 gives it: hex, of any length; S3 promises none of what its lifecycle rules remove */
  readonly sequencer?: string | undefined;
  /** ISO 8601 */
  readonly time: string;
  /** S3's id of the request that did it, which its client has as `x-amz-request-id` */
  readonly requestId?: string;
} /** `versionId`: that version is meant, whatever stands there now */ & (
  | { readonly kind: 'created'; readonly eTag: string; readonly versionId?: string }
  | { readonly kind: 'removed' }
  /** Something happened that only the bucket can tell: what is there now, if anything, came by it or stood before. */
  | { readonly kind: 'changed' }
);

const sequencer = z.string().regex(/^[0-9a-f]+$/i);
const common = { sequencer, key: z.string().min(1) };
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const Responded = z.object({ 'x-amz-request-id': z.string().optional() }).nullish();

const Created = z.object({
  eventName: z.string().startsWith('ObjectCreated:'),
  eventTime: time,
  responseElements: Responded,
  s3: z.object({ object: z.object({ ...common, eTag: z.string() }) }),
});
const Removed = z.object({
  eventName: z.string().startsWith('ObjectRemoved:'),
  eventTime: time,
  responseElements: Responded,
  s3: z.object({ object: z.object({ ...common, versionId: z.string().optional() }) }),
});

/** An object, or one of its versions, whose days a rule of the bucket has counted. */
const Expired = z.object({
  eventName: z.string().startsWith('LifecycleExpiration:'),
  eventTime: time,
  responseElements: Responded,
  s3: z.object({
    object: z.object({
      key: common.key,
      sequencer: sequencer.optional(),
      versionId: z.string().optional(),
    }),
  }),
});

const Notification = z.union([
  z.object({ Event: z.literal('s3:TestEvent') }),
  z.object({ Records: z.array(z.union([Created, Removed, Expired])) }),
]);

/**
 * The events in one S3 notification (JSON text) that tell of uploads.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * Throws on anything else: a message nobody understands belongs in the dead-letter queue, not in the bin.
 */
export function decodeNotification(body: string): ObjectEvent[] {
  const notification = Notification.parse(JSON.parse(body));
  if (!('Records' in notification)) return [];
  return notification.Records.map(toEvent).filter(({ key }) => isUpload(key));
}

type Told = z.infer<typeof Created> | z.infer<typeof Removed> | z.infer<typeof Expired>;

function toEvent(record: Told): ObjectEvent {
  const { object } = record.s3;
  const requestId = record.responseElements?.['x-amz-request-id'];
  const event = {
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    sequencer: object.sequencer,
    time: record.eventTime,
    ...(requestId === undefined ? {} : { requestId }),
  };
  if ('eTag' in object) return { ...event, kind: 'created', eTag: plainETag(object.eTag) };
  // A delete marker has a version too; what went under it stays.
  const forGood = record.eventName.endsWith(':Delete') && object.versionId !== undefined;
  const certain = !forGood && object.sequencer !== undefined;
  return { ...event, kind: certain ? 'removed' : 'changed' };
}
