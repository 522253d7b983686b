import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** Puts a PDF under a key, as any client would; what the network or a busy server spoils is tried again, with jitter. */
export type PutPdf = (key: string, bytes: Uint8Array) => Promise<void>;

export function connectPut(bucketName: string, config: S3ClientConfig): PutPdf {
  const client = new S3Client({ maxAttempts: 5, ...config });
  return async (key, bytes) => {
    await client.send(
      new PutObjectCommand({
        Bucket: bucketName,
        Key: key,
        Body: bytes,
        ContentType: 'application/pdf',
      }),
    );
  };
}
