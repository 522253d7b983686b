import { GetObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** The text of an object, whatever its size. */
export type GetText = (bucketName: string, key: string) => Promise<string>;

export function connectText(config: S3ClientConfig): GetText {
  const client = new S3Client(config);
  return async (Bucket, Key) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  };
}
