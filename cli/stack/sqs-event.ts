import { createHash } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';

/** A queue's message as its file holds it. */
export interface Message {
  /** The file's name; names sort by the time of sending. */
  readonly name: string;
  readonly id: string;
  readonly body: string;
  /** Unix time in milliseconds, as all times here. */
  readonly sentTimestamp: number;
  readonly firstReceiveTimestamp: number | null;
  readonly receives: number;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function sqsRecord(message: Message, arn: string, region: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: `${message.id}#${message.receives}`,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(message.sentTimestamp),
      SenderId: 'shisaku-local',
      ApproximateFirstReceiveTimestamp: String(message.firstReceiveTimestamp),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: region,
  };
}
