import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from '../durable.ts';
import { byUtf8, type StoredObject } from './object.ts';

/** Bytes on disk that no object shows yet. */
export interface Draft {
  readonly body: string;
  readonly bytes: number;
  /** hex */
  readonly md5: string;
}

/**
 * The objects of one bucket. A key is data, never a path: metadata lies under the key's hash, the bytes under a name
 * of their own. The rename of the metadata file is the moment at which an object is there; bytes that no metadata
 * names are swept when the bucket is opened.
 */
export class Bucket {
  readonly #dir: string;
  readonly #objects: Map<string, StoredObject>;
  #sorted: readonly StoredObject[] | null = null;

  private constructor(dir: string, objects: Map<string, StoredObject>) {
    this.#dir = dir;
    this.#objects = objects;
  }

  static async open(dir: string): Promise<Bucket> {
    await mkdir(join(dir, 'objects'), { recursive: true });
    await mkdir(join(dir, 'bodies'), { recursive: true });
    const objects = new Map<string, StoredObject>();
    for (const name of await readdir(join(dir, 'objects'))) {
      const path = join(dir, 'objects', name);
      if (name.endsWith('.tmp')) {
        await rm(path);
        continue;
      }
      const object: StoredObject = JSON.parse(await readFile(path, 'utf8'));
      objects.set(object.key, object);
    }
    const used = new Set(Iterator.from(objects.values()).map(({ body }) => body));
    for (const body of await readdir(join(dir, 'bodies'))) {
      if (!used.has(body)) await rm(join(dir, 'bodies', body));
    }
    return new Bucket(dir, objects);
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  /** In S3's order. */
  sorted(): readonly StoredObject[] {
    this.#sorted ??= [...this.#objects.values()].sort((a, b) => byUtf8(a.key, b.key));
    return this.#sorted;
  }

  async draft(source: AsyncIterable<Uint8Array>): Promise<Draft> {
    const body = randomUUID();
    const written = await writeBody(this.#bodyPath(body), source);
    return { body, ...written };
  }

  discard(draft: { readonly body: string }): Promise<void> {
    return rm(this.#bodyPath(draft.body), { force: true });
  }

  async put(object: StoredObject): Promise<void> {
    const replaced = this.#objects.get(object.key);
    await syncDirectory(join(this.#dir, 'bodies'));
    await writeDurably(this.#metadataPath(object.key), JSON.stringify(object));
    this.#objects.set(object.key, object);
    this.#sorted = null;
    if (replaced) await this.discard(replaced);
  }

  async remove(object: StoredObject): Promise<void> {
    await rm(this.#metadataPath(object.key));
    await syncDirectory(join(this.#dir, 'objects'));
    this.#objects.delete(object.key);
    this.#sorted = null;
    await this.discard(object);
  }

  /** The object with its bytes, opened: they stay readable when the object is replaced meanwhile. */
  async read(key: string): Promise<{ object: StoredObject; file: FileHandle } | undefined> {
    for (;;) {
      const object = this.#objects.get(key);
      if (!object) return undefined;
      try {
        return { object, file: await open(this.#bodyPath(object.body), 'r') };
      } catch (error) {
        if (this.#objects.get(key) === object) throw error;
      }
    }
  }

  #bodyPath(body: string): string {
    return join(this.#dir, 'bodies', body);
  }

  #metadataPath(key: string): string {
    return join(this.#dir, 'objects', `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}

/** Streams to a new file; leaves none behind where the stream fails. */
export async function writeBody(
  path: string,
  source: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; md5: string }> {
  const md5 = createHash('md5');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of source) {
      md5.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { bytes, md5: md5.digest('hex') };
}
