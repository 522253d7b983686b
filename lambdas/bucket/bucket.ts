import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** What is under a key: its content, or only its size where that is over the limit. */
export type StoredObject =
  | { readonly kind: 'content'; readonly eTag: string; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly eTag: string; readonly size: number };

export type Bucket = ReturnType<typeof openBucket>;

const PRESIGNED_SECONDS = 900;

/** The bucket of PDFs; `maxBytes` is the size from which an object is not downloaded. */
export function openBucket(client: S3Client, bucketName: string, maxBytes: number) {
  return {
    maxBytes,

    /** The object as it is now; undefined where there is none. Needs s3:ListBucket to tell a missing key from a forbidden one. */
    async getObject(key: string): Promise<StoredObject | undefined> {
      try {
        const found = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
        const eTag = plainETag(found.ETag ?? '');
        const size = found.ContentLength ?? 0;
        if (size > maxBytes) {
          if (found.Body instanceof Readable) found.Body.destroy();
          return { kind: 'too-large', eTag, size };
        }
        const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
        return { kind: 'content', eTag, bytes };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    /** A URL that gives the PDF to anyone for a quarter of an hour. */
    presignedUrl: (key: string): Promise<string> =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucketName,
          Key: key,
          ResponseContentType: 'application/pdf',
        }),
        { expiresIn: PRESIGNED_SECONDS },
      ),
  };
}

/** Headers quote ETags, S3's events do not. */
export const plainETag = (eTag: string): string => eTag.replaceAll('"', '');
