import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { Bucket } from '../../ports/blobs.ts';
import { type SandboxBounds, sandboxBoundsOf } from '../../reader/limits.ts';
import { openBucket } from './bucket.ts';

/** The bucket over a client of its own; what is too large to be read is not downloaded. */
export const connectBucket = (
  bucketName: string,
  config: S3ClientConfig = {},
  { maxBytes }: Pick<SandboxBounds, 'maxBytes'> = sandboxBoundsOf(process.env),
): Bucket => openBucket(new S3Client(config), bucketName, maxBytes);
