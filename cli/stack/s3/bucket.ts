import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory, writeDurably } from '../durable.ts';
import { byUtf8, type ObjectMetadata, versionId } from './object.ts';

/** Bytes on disk that no object shows yet. */
export interface ObjectDraft {
  readonly body: string;
  readonly bytes: number;
  /** hex */
  readonly md5: string;
}

/**
 * The objects of one bucket. A key is data, never a path: metadata lies under the key's hash, the bytes under a name
 * of their own. The rename of the metadata file is the moment at which an object is there; bytes that no metadata
 * names are swept when the bucket is opened. What is overwritten is kept until the key is removed: the history of a
 * sheet can be made anew from it.
 */
export class DiskBucket {
  readonly #dir: string;
  readonly #objects: Map<string, ObjectMetadata>;
  readonly #earlier: Map<string, ObjectMetadata[]>;
  #sorted: readonly ObjectMetadata[] | null = null;

  private constructor(
    dir: string,
    objects: Map<string, ObjectMetadata>,
    earlier: Map<string, ObjectMetadata[]>,
  ) {
    this.#dir = dir;
    this.#objects = objects;
    this.#earlier = earlier;
  }

  static async open(dir: string): Promise<DiskBucket> {
    await mkdir(join(dir, 'objects'), { recursive: true });
    await mkdir(join(dir, 'bodies'), { recursive: true });
    await mkdir(join(dir, 'versions'), { recursive: true });
    const objects = new Map<string, ObjectMetadata>();
    for (const object of await readObjects(join(dir, 'objects'))) objects.set(object.key, object);
    const earlier = new Map<string, ObjectMetadata[]>();
    for (const version of await readObjects(join(dir, 'versions'))) {
      const { key } = version;
      // Without an object the key was being removed, with the same bytes it was being overwritten.
      const now = objects.get(key);
      if (now && now.body !== version.body)
        earlier.set(key, [...(earlier.get(key) ?? []), version]);
      else await rm(join(dir, 'versions', versionName(version)));
    }
    const all = [...objects.values(), ...[...earlier.values()].flat()];
    const used = new Set(all.map(({ body }) => body));
    for (const body of await readdir(join(dir, 'bodies'))) {
      if (!used.has(body)) await rm(join(dir, 'bodies', body));
    }
    return new DiskBucket(dir, objects, earlier);
  }

  get(key: string): ObjectMetadata | undefined {
    return this.#objects.get(key);
  }

  /** In S3's order. */
  sorted(): readonly ObjectMetadata[] {
    this.#sorted ??= [...this.#objects.values()].sort((a, b) => byUtf8(a.key, b.key));
    return this.#sorted;
  }

  /** What the key held since it was last removed, the present object last. */
  versions(key: string): readonly ObjectMetadata[] {
    const now = this.#objects.get(key);
    return now ? [...(this.#earlier.get(key) ?? []), now] : [];
  }

  async draft(source: AsyncIterable<Uint8Array>): Promise<ObjectDraft> {
    const body = randomUUID();
    const written = await writeBody(this.#bodyPath(body), source);
    return { body, ...written };
  }

  discard(draft: { readonly body: string }): Promise<void> {
    return rm(this.#bodyPath(draft.body), { force: true });
  }

  async put(object: ObjectMetadata): Promise<void> {
    const replaced = this.#objects.get(object.key);
    await syncDirectory(join(this.#dir, 'bodies'));
    if (replaced) await writeDurably(this.#versionPath(replaced), JSON.stringify(replaced));
    await writeDurably(this.#metadataPath(object.key), JSON.stringify(object));
    this.#objects.set(object.key, object);
    this.#sorted = null;
    if (!replaced) return;
    const earlier = this.#earlier.get(object.key);
    if (earlier) earlier.push(replaced);
    else this.#earlier.set(object.key, [replaced]);
  }

  async remove(object: ObjectMetadata): Promise<void> {
    await rm(this.#metadataPath(object.key));
    await syncDirectory(join(this.#dir, 'objects'));
    const earlier = this.#earlier.get(object.key) ?? [];
    this.#objects.delete(object.key);
    this.#earlier.delete(object.key);
    this.#sorted = null;
    for (const version of earlier) {
      await rm(this.#versionPath(version), { force: true });
      await this.discard(version);
    }
    await this.discard(object);
  }

  /** The object with its bytes, opened: they stay readable when the object is replaced meanwhile. */
  async read(
    key: string,
    version?: string,
  ): Promise<{ object: ObjectMetadata; file: FileHandle } | undefined> {
    for (;;) {
      const object =
        version === undefined
          ? this.#objects.get(key)
          : this.versions(key).find((one) => versionId(one) === version);
      if (!object) return undefined;
      try {
        return { object, file: await open(this.#bodyPath(object.body), 'r') };
      } catch (error) {
        if (this.versions(key).includes(object)) throw error;
      }
    }
  }

  #bodyPath(body: string): string {
    return join(this.#dir, 'bodies', body);
  }

  #metadataPath(key: string): string {
    return join(this.#dir, 'objects', `${hashOf(key)}.json`);
  }

  #versionPath(object: ObjectMetadata): string {
    return join(this.#dir, 'versions', versionName(object));
  }
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const versionName = (object: ObjectMetadata): string =>
  `${hashOf(object.key)}-${versionId(object)}.json`;

/** In the order of their names; what a crash left half-written goes. */
async function readObjects(dir: string): Promise<ObjectMetadata[]> {
  const objects: ObjectMetadata[] = [];
  for (const name of (await readdir(dir)).toSorted()) {
    const path = join(dir, name);
    if (name.endsWith('.tmp')) await rm(path);
    else objects.push(JSON.parse(await readFile(path, 'utf8')));
  }
  return objects;
}

/**
 * Streams to a new file; leaves none behind where that fails. Where the disk fails the rest is read all the same: a
 * client hears no answer before it has sent everything.
 */
export async function writeBody(
  path: string,
  source: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; md5: string }> {
  const md5 = createHash('md5');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    let failure: Error | undefined;
    for await (const chunk of source) {
      if (failure) continue;
      md5.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk).catch((error: Error) => {
        failure = error;
      });
    }
    if (failure) throw failure;
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { bytes, md5: md5.digest('hex') };
}
