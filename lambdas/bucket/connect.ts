import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type Bucket, openBucket } from './bucket.ts';

/** The bucket over a client of its own. */
export const connectBucket = (bucketName: string, config: S3ClientConfig = {}): Bucket =>
  openBucket(new S3Client(config), bucketName);
