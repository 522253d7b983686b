import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Event } from 'aws-lambda';
import { inTurn } from '../durable.ts';
import { DiskBucket, type ObjectDraft } from './bucket.ts';
import { S3Error } from './errors.ts';
import { type ObjectChange, s3Event } from './event.ts';
import type { ObjectMetadata } from './object.ts';
import { openSequencer } from './sequencer.ts';
import { Uploads } from './uploads.ts';

/** Who asked for a change, for its event. */
export type Origin = Pick<ObjectChange, 'eventName' | 'requestId' | 'sourceIPAddress'>;

/** What a draft is to be, and where. */
type Described = Pick<ObjectMetadata, 'key' | 'etag' | 'headers' | 'checksum'> & {
  readonly bucket: string;
};

interface Room {
  readonly bucket: DiskBucket;
  readonly uploads: Uploads;
  readonly created: Date;
}

/** All buckets. A change is on disk, and `onEvent` has taken its event, before the promise of it resolves. */
export class DiskStorage {
  readonly #dir: string;
  readonly #rooms = new Map<string, Room>();
  readonly #nextSequencer: () => Promise<string>;
  readonly #onEvent: (event: S3Event) => Promise<void>;
  readonly region: string;
  readonly #inTurn = inTurn();

  private constructor(
    dir: string,
    region: string,
    nextSequencer: () => Promise<string>,
    onEvent: (event: S3Event) => Promise<void>,
  ) {
    this.#dir = dir;
    this.region = region;
    this.#nextSequencer = nextSequencer;
    this.#onEvent = onEvent;
  }

  static async open(
    dir: string,
    region: string,
    onEvent: (event: S3Event) => Promise<void>,
  ): Promise<DiskStorage> {
    await mkdir(join(dir, 'buckets'), { recursive: true });
    const sequencer = await openSequencer(join(dir, 'sequencer'));
    const storage = new DiskStorage(dir, region, sequencer, onEvent);
    for (const name of await readdir(join(dir, 'buckets'))) await storage.#openRoom(name);
    return storage;
  }

  names(): { name: string; created: Date }[] {
    return [...this.#rooms]
      .map(([name, { created }]) => ({ name, created }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** A bucket that is there already stays as it is. */
  create(name: string): Promise<void> {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes('..')) {
      throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.');
    }
    return this.#inTurn(async () => {
      if (!this.#rooms.has(name)) await this.#openRoom(name);
    });
  }

  bucket(name: string): DiskBucket {
    return this.#room(name).bucket;
  }

  uploads(name: string): Uploads {
    return this.#room(name).uploads;
  }

  /**
   * Makes a draft the object under its key.
   * @param check may throw, having seen what stands there at that moment; the draft is dropped then
   */
  publish(
    draft: ObjectDraft,
    { bucket: bucketName, ...described }: Described,
    origin: Origin,
    check: (current: ObjectMetadata | undefined) => void,
  ): Promise<ObjectMetadata> {
    const { bucket } = this.#room(bucketName);
    return this.#inTurn(async () => {
      try {
        check(bucket.get(described.key));
      } catch (error) {
        await bucket.discard(draft);
        throw error;
      }
      const time = new Date().toISOString();
      const { bytes, body } = draft;
      const sequencer = await this.#nextSequencer();
      const object: ObjectMetadata = { ...described, bytes, body, lastModified: time, sequencer };
      await bucket.put(object);
      const { key, etag } = object;
      const written = { bytes, etag };
      await this.#announce({ ...origin, bucket: bucketName, key, time, sequencer, written });
      return object;
    });
  }

  /** Removing what is not there is no change and no event. */
  remove(bucketName: string, key: string, origin: Origin): Promise<void> {
    const { bucket } = this.#room(bucketName);
    return this.#inTurn(async () => {
      const object = bucket.get(key);
      if (!object) return;
      await bucket.remove(object);
      const time = new Date().toISOString();
      const sequencer = await this.#nextSequencer();
      await this.#announce({ ...origin, bucket: bucketName, key, time, sequencer });
    });
  }

  async #announce(change: ObjectChange): Promise<void> {
    await this.#onEvent(s3Event(change, this.region));
  }

  #room(name: string): Room {
    const room = this.#rooms.get(name);
    if (!room) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist.');
    return room;
  }

  async #openRoom(name: string): Promise<void> {
    const dir = join(this.#dir, 'buckets', name);
    const bucket = await DiskBucket.open(dir);
    const uploads = await Uploads.open(join(dir, 'uploads'));
    const { birthtime } = await stat(dir);
    this.#rooms.set(name, { bucket, uploads, created: birthtime });
  }
}
