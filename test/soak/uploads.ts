import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { BUCKET } from '../../cli/stack/defaults.ts';
import { pick } from '../faults/random.ts';
import type { SoakFile } from './files.ts';

/** What was done to the bucket, and so what has to be in it. */
export interface Ledger {
  readonly uploads: number;
  readonly overwritten: number;
  readonly removed: number;
  /** what each key holds */
  readonly held: ReadonlyMap<string, SoakFile>;
  /** every content that a key was given since it was last removed */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
}

const KEYS = Array.from({ length: 60 }, (_, n) => `平成 ${n % 6}年度/シート+${n}.pdf`);

/** Does things to the bucket, one after the other, until it is told to stop. */
export function startUploads(s3: S3Client, files: readonly SoakFile[], random: () => number) {
  const good = files.filter(({ code }) => code === null);
  const bad = files.filter(({ code }) => code !== null);
  const held = new Map<string, SoakFile>();
  const given = new Map<string, Set<string>>();
  const counts = { uploads: 0, overwritten: 0, removed: 0 };

  const put = async (Key: string, file: SoakFile) => {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: file.bytes }));
    counts.uploads++;
    if (held.has(Key)) counts.overwritten++;
    held.set(Key, file);
    given.set(Key, (given.get(Key) ?? new Set()).add(file.sha256));
  };
  const remove = async (Key: string) => {
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
    counts.removed++;
    held.delete(Key);
    given.delete(Key);
  };

  /** New, again, over another, bad or gone. */
  const step = async () => {
    const dice = random();
    const keys = [...held.keys()];
    const some = pick(keys.length > 0 ? keys : KEYS, random);
    const same = held.get(some);
    if (dice < 0.15 && same) await put(some, same);
    else if (dice < 0.25 && same) await put(pick(KEYS, random), same);
    else if (dice < 0.4 && same) await remove(some);
    else if (dice < 0.52) await put(pick(KEYS, random), pick(bad, random));
    else await put(pick(KEYS, random), pick(good, random));
  };

  let on = true;
  const working = (async () => {
    while (on) {
      // Now and then many at once wait to be read.
      const burst = random() < 0.1 ? 12 : 1;
      for (let n = 0; n < burst && on; n++) await step();
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 400));
    }
  })();
  return {
    async stop(): Promise<Ledger> {
      on = false;
      await working;
      return { ...counts, held, given };
    },
  };
}
