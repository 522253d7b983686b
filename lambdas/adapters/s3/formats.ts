import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { FORMATS_PREFIX } from '../../domain/prefixes.ts';
import { type FormatFile, isFormatFile } from '../../reader/format-files.ts';

/** What is put under `formats/` counts after at most so long (milliseconds). */
const MAX_AGE = 5_000;
const MAX_FILES = 500;
const MAX_BYTES = 64 * 1024;

/** The format files under `formats/`, by name, looked up anew when they are older than a few seconds. */
export function openFormats(
  client: S3Client,
  bucketName: string,
): () => Promise<readonly FormatFile[]> {
  let loaded: { at: number; files: Promise<readonly FormatFile[]> } | undefined;
  const texts = new Map<string, string>();

  return () => {
    const now = performance.now();
    if (loaded && now - loaded.at < MAX_AGE) return loaded.files;
    const files = list();
    loaded = { at: now, files };
    files.catch(() => {
      loaded = undefined;
    });
    return files;
  };

  async function list(): Promise<readonly FormatFile[]> {
    const found: { key: string; eTag: string }[] = [];
    const where = { Bucket: bucketName, Prefix: FORMATS_PREFIX };
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, where)) {
      for (const { Key = '', ETag = '', Size = 0 } of Contents) {
        if (isFormatFile(Key) && Size <= MAX_BYTES) found.push({ key: Key, eTag: ETag });
      }
      if (found.length >= MAX_FILES) break;
    }
    const files = await Promise.all(
      found.slice(0, MAX_FILES).map(async ({ key, eTag }) => ({
        name: key.slice(FORMATS_PREFIX.length),
        yaml: await textOf(key, eTag),
      })),
    );
    return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  async function textOf(key: string, eTag: string): Promise<string> {
    const known = texts.get(key + eTag);
    if (known !== undefined) return known;
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
    const text = (await Body?.transformToString()) ?? '';
    if (texts.size >= MAX_FILES) texts.clear();
    texts.set(key + eTag, text);
    return text;
  }
}
