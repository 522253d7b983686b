import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ANSWERS, UPLOADS } from '../../domain/prefixes.ts';
import {
  type Bucket,
  type PresignedUpload,
  plainETag,
  type StoredAnswer,
  type StoredObject,
} from '../../ports/blobs.ts';
import { openFormats } from './formats.ts';
import { listVersions } from './versions.ts';

type AnswerHeaders = Parameters<Bucket['putAnswer']>[1];

const PRESIGNED_SECONDS = 900;
/** The bucket removes answers after a day; none is handed out that may go before its URL does. */
const MAX_ANSWER_AGE_MS = 23 * 60 * 60 * 1000;
/** Held in memory while an answer is stored: a part of 5 MB, S3's least, and the next one. */
const PARTS_AT_ONCE = 2;

/** The bucket of PDFs; `maxBytes` is the size from which an object is not downloaded. */
export function openBucket(client: S3Client, bucketName: string, maxBytes: number): Bucket {
  const presigned = (command: GetObjectCommand | HeadObjectCommand): Promise<string> =>
    getSignedUrl(client, command, { expiresIn: PRESIGNED_SECONDS });
  const get = (Key: string, VersionId?: string) =>
    new GetObjectCommand({ Bucket: bucketName, Key, ...(VersionId && { VersionId }) });
  return {
    maxBytes,

    /** The format files that stand in the bucket. */
    formats: openFormats(client, bucketName),

    /** Everything that was ever put or removed and is not gone for good, key by key, of a key the oldest first. */
    versions: () => listVersions(client, bucketName),

    /**
     * The object as it is now, or a version of it; undefined where there is none. Needs s3:ListBucket to tell a missing
     * key from a forbidden one.
     */
    async getObject(key: string, versionId?: string): Promise<StoredObject | undefined> {
      try {
        const found = await client.send(get(key, versionId));
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

    /** Stores a text of JSON; what was under the key before is replaced. */
    async putJson(key: string, text: string): Promise<void> {
      await client.send(
        new PutObjectCommand({
          Bucket: bucketName,
          Key: key,
          Body: text,
          ContentType: 'application/json',
        }),
      );
    },

    /** A URL that gives the PDF to anyone for a quarter of an hour; a signature is good for one method alone. */
    presignedUrl(key: string, method: 'GET' | 'HEAD' = 'GET'): Promise<string> {
      const Command = method === 'HEAD' ? HeadObjectCommand : GetObjectCommand;
      const ResponseContentType = 'application/pdf';
      return presigned(new Command({ Bucket: bucketName, Key: key, ResponseContentType }));
    },

    /** Where presigned URLs and uploads lead: scheme, host and port. */
    origin: async (): Promise<string> => new URL(await presigned(get('any'))).origin,

    /** A form that uploads one PDF of at most so many bytes under a key of its own, for as long. */
    async presignedUpload(
      fileName: string,
      bytes: number,
      folder: string = '',
    ): Promise<PresignedUpload> {
      const key = `${folder}${UPLOADS}${randomUUID()}/${fileName}`;
      const expiresAt = new Date(Date.now() + PRESIGNED_SECONDS * 1000).toISOString();
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucketName,
        Key: key,
        Fields: { 'Content-Type': 'application/pdf' },
        Conditions: [['content-length-range', 1, bytes]],
        Expires: PRESIGNED_SECONDS,
      });
      return { url, fields, key, expiresAt };
    },

    /** Stores an answer as it comes, under a name of its own or the one given; returns the name. */
    async putAnswer(
      body: Readable,
      headers: AnswerHeaders,
      name: string = randomUUID(),
    ): Promise<string> {
      await new Upload({
        client,
        params: { Bucket: bucketName, Key: ANSWERS + name, ...headers, Body: body },
        queueSize: PARTS_AT_ONCE,
        // The bucket's lifecycle removes them; a function may not.
        leavePartsOnError: true,
      }).done();
      return name;
    },

    /** An answer that was stored and will not be removed soon; bytes where there are not too many, else where they are. */
    async findAnswer(name: string, maxBytes: number): Promise<StoredAnswer | undefined> {
      const object = get(ANSWERS + name);
      try {
        const { Body, ContentLength = 0, LastModified } = await client.send(object);
        const old = Date.now() - (LastModified?.getTime() ?? 0) > MAX_ANSWER_AGE_MS;
        if (!old && ContentLength <= maxBytes) {
          return {
            kind: 'content',
            bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
          };
        }
        if (Body instanceof Readable) Body.destroy();
        return old ? undefined : { kind: 'elsewhere', url: await presigned(object) };
      } catch (error) {
        // Who may not list the bucket is not told a missing key from a forbidden one.
        const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
        if (status === 404 || status === 403) return undefined;
        throw error;
      }
    },

    /** A URL that gives an answer to anyone for a quarter of an hour. */
    answerUrl: (name: string): Promise<string> => presigned(get(ANSWERS + name)),
  };
}
