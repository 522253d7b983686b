import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { fenceOf } from '../reader/limits.ts';
import { type Bucket, openBucket } from './bucket.ts';

/** The bucket over a client of its own; what is too large to be read is not downloaded. */
export const connectBucket = (bucketName: string, config: S3ClientConfig = {}): Bucket =>
  openBucket(new S3Client(config), bucketName, fenceOf(process.env).maxBytes);
