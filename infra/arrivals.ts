import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Aws, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { INGEST_TIMEOUT } from './timeouts.ts';

/** What happened in the bucket, waiting to be ingested. */
export interface Arrivals {
  readonly queue: Queue;
  /** what failed every time */
  readonly deadLetters: Queue;
}

const EVENTS = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'];
const ATTEMPTS = 5;

export function makeArrivals(scope: Construct): Arrivals {
  const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
  const deadLetters = new Queue(scope, 'DeadLetters', {
    ...encrypted,
    retentionPeriod: Duration.days(14),
  });
  const queue = new Queue(scope, 'Arrivals', {
    ...encrypted,
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html: six times the function's timeout
    visibilityTimeout: Duration.seconds(6 * INGEST_TIMEOUT.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: ATTEMPTS },
    retentionPeriod: Duration.days(14),
  });
  // Any bucket of the account: naming this one would make bucket and queue wait for each other.
  queue.grantSendMessages(
    new ServicePrincipal('s3.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return { queue, deadLetters };
}

/** CloudFormation's own property: the construct's method would add a custom resource. */
export function notify(bucket: CfnBucket, { queue }: Arrivals): void {
  bucket.notificationConfiguration = {
    queueConfigurations: EVENTS.map((event) => ({ event, queue: queue.queueArn })),
  };
  // S3 tries the queue when the bucket is made: its policy must be there.
  bucket.node.addDependency(queue);
}
