import { z } from 'zod';
import { plainETag } from '../bucket/bucket.ts';

/** What happened to one object of the bucket. */
export type ObjectEvent = {
  readonly key: string;
  /** as S3 gives it: hex, of any length */
  readonly sequencer: string;
  /** ISO 8601 */
  readonly time: string;
} & ({ readonly kind: 'created'; readonly eTag: string } | { readonly kind: 'removed' });

const common = { sequencer: z.string().regex(/^[0-9a-f]+$/i), key: z.string().min(1) };
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const Created = z.object({
  eventName: z.string().startsWith('ObjectCreated:'),
  eventTime: time,
  s3: z.object({ object: z.object({ ...common, eTag: z.string() }) }),
});
const Removed = z.object({
  eventName: z.string().startsWith('ObjectRemoved:'),
  eventTime: time,
  s3: z.object({ object: z.object(common) }),
});

const Notification = z.union([
  z.object({ Event: z.literal('s3:TestEvent') }),
  z.object({ Records: z.array(z.union([Created, Removed])) }),
]);

/**
 * The events in one S3 notification (JSON text).
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * Throws on anything else: a message nobody understands belongs in the dead-letter queue, not in the bin.
 */
export function decodeNotification(body: string): ObjectEvent[] {
  const notification = Notification.parse(JSON.parse(body));
  return 'Records' in notification ? notification.Records.map(toEvent) : [];
}

function toEvent(record: z.infer<typeof Created> | z.infer<typeof Removed>): ObjectEvent {
  const { object } = record.s3;
  const event = {
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    sequencer: object.sequencer,
    time: record.eventTime,
  };
  return 'eTag' in object
    ? { ...event, kind: 'created', eTag: plainETag(object.eTag) }
    : { ...event, kind: 'removed' };
}
