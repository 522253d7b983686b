import {
  DeleteObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { isUpload } from '../../domain/prefixes.ts';
import { plainETag } from '../../ports/blobs.ts';

/** An object that was put with a mark. */
export interface MarkedObject {
  readonly key: string;
  readonly eTag: string;
  readonly mark: string;
}

/** Objects that may be taken away again: a mark in their metadata tells them from everybody else's. */
export type MarkedObjects = ReturnType<typeof connectMarked>;

const MARK = 'shisaku-mark';

export function connectMarked(bucketName: string, config: S3ClientConfig) {
  const client = new S3Client({ maxAttempts: 5, ...config });
  const at = (Key: string) => ({ Bucket: bucketName, Key });
  async function* keys(Prefix?: string): AsyncGenerator<string> {
    for await (const { Contents } of paginateListObjectsV2(
      { client },
      { Bucket: bucketName, ...(Prefix === undefined ? {} : { Prefix }) },
    ))
      for (const { Key } of Contents ?? []) if (Key !== undefined) yield Key;
  }
  return {
    async put(key: string, bytes: Uint8Array, mark: string): Promise<void> {
      const content = { Body: bytes, ContentType: 'application/pdf', Metadata: { [MARK]: mark } };
      await client.send(new PutObjectCommand({ ...at(key), ...content }));
    },

    /** Those below a prefix that carry any mark. */
    async under(prefix: string): Promise<MarkedObject[]> {
      const found: MarkedObject[] = [];
      for await (const key of keys(prefix)) {
        const { Metadata, ETag = '' } = await client.send(new HeadObjectCommand(at(key)));
        const mark = Metadata?.[MARK];
        if (mark !== undefined) found.push({ key, mark, eTag: plainETag(ETag) });
      }
      return found;
    },

    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand(at(key)));
    },

    /** Whether nobody put anything into the bucket. */
    async isBucketEmpty(): Promise<boolean> {
      for await (const key of keys()) if (isUpload(key)) return false;
      return true;
    },
  };
}
