import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable.ts';
import { writeBody } from './bucket.ts';
import type { Checksum, ChecksumAlgorithm } from './checksum.ts';
import { S3Error } from './errors.ts';
import type { ObjectMetadata } from './object.ts';

/** A multipart upload that was begun. */
export interface MultipartUpload {
  readonly key: string;
  readonly headers: ObjectMetadata['headers'];
  readonly algorithm: ChecksumAlgorithm | null;
  readonly checksumType: Checksum['type'];
}

export interface UploadPart {
  readonly number: number;
  readonly bytes: number;
  /** The MD5 in hex. */
  readonly etag: string;
  readonly lastModified: string;
  readonly checksum: Checksum | null;
  readonly body: string;
}

/** The unfinished multipart uploads of one bucket: a folder each, with a metadata file and bytes per part. */
export class Uploads {
  readonly #dir: string;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async open(dir: string): Promise<Uploads> {
    await mkdir(dir, { recursive: true });
    return new Uploads(dir);
  }

  async begin(upload: MultipartUpload): Promise<string> {
    const id = randomUUID().replaceAll('-', '');
    await mkdir(join(this.#dir, id));
    await writeDurably(join(this.#dir, id, 'upload.json'), JSON.stringify(upload));
    return id;
  }

  /** @throws S3Error NoSuchUpload, also for another key's */
  async get(id: string, key: string): Promise<MultipartUpload> {
    // The id becomes a path: only what `begin` makes may pass.
    const path = /^[0-9a-f]{32}$/.test(id) ? join(this.#dir, id, 'upload.json') : null;
    const text = path && (await readFile(path, 'utf8').catch(() => null));
    const upload: MultipartUpload | null = text ? JSON.parse(text) : null;
    if (upload?.key !== key) {
      throw new S3Error('NoSuchUpload', 'The specified multipart upload does not exist.');
    }
    return upload;
  }

  async putPart(
    id: string,
    number: number,
    source: AsyncIterable<Uint8Array>,
    checksum: () => Checksum | null,
  ): Promise<UploadPart> {
    const body = randomUUID();
    const { bytes, md5 } = await writeBody(join(this.#dir, id, body), source);
    const lastModified = new Date().toISOString();
    const part: UploadPart = { number, bytes, etag: md5, lastModified, checksum: checksum(), body };
    await writeDurably(join(this.#dir, id, `${number}.part.json`), JSON.stringify(part));
    return part;
  }

  /** By number. */
  async parts(id: string): Promise<UploadPart[]> {
    const names = await readdir(join(this.#dir, id));
    const parts = names
      .filter((name) => name.endsWith('.part.json'))
      .map(
        async (name): Promise<UploadPart> =>
          JSON.parse(await readFile(join(this.#dir, id, name), 'utf8')),
      );
    return (await Promise.all(parts)).sort((a, b) => a.number - b.number);
  }

  async *bytes(id: string, parts: readonly UploadPart[]): AsyncGenerator<Buffer> {
    for (const { body } of parts) yield* createReadStream(join(this.#dir, id, body));
  }

  end(id: string): Promise<void> {
    return rm(join(this.#dir, id), { recursive: true, force: true });
  }
}

/** The MD5 of the parts' MD5s, with their number. */
export function multipartEtag(parts: readonly UploadPart[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}
