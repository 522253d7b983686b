import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MarkedObjects } from '../../lambdas/adapters/s3/marked.ts';
import { decodeNotification, type ObjectEvent } from '../../lambdas/ingest/events.ts';
import type { Ingest } from '../../lambdas/ingest/handler.ts';
import type { Store } from '../../lambdas/store/store.ts';
import { phrase } from '../messages/said.ts';
import { writeDurably } from './durable.ts';
import type { Consume } from './queue.ts';

/** The folder of the sample sheets that come with the program. */
export const SAMPLES_DIR = fileURLToPath(new URL('../../samples/', import.meta.url));

const PREFIX = 'samples/';

/** `offered` at the first start to a stack that holds nothing: they give way to what people bring. `asked` for: they stay. */
type Mark = 'offered' | 'asked';

/** Uploads the sample sheets; returns how many there are. */
export async function addSamples(
  objects: MarkedObjects,
  dir: string,
  mark: Mark = 'asked',
): Promise<number> {
  const names = (await exists(dir)) ? await readdir(dir) : [];
  const pdfs = names.filter((name) => name.endsWith('.pdf')).sort();
  for (const name of pdfs) await objects.put(PREFIX + name, await readFile(join(dir, name)), mark);
  return pdfs.length;
}

/** Removes the sample sheets and nothing else; returns how many there were. */
export async function removeSamples(objects: MarkedObjects): Promise<number> {
  const samples = await objects.under(PREFIX);
  for (const { key } of samples) await objects.remove(key);
  return samples.length;
}

export interface SamplesOptions {
  readonly objects: MarkedObjects;
  readonly store: Store;
  readonly ingest: Ingest;
  readonly log: (line: string) => void;
}

/** The samples of a running stack, which never stand beside what a person brings unless they were asked for. */
export function openSamples({ objects, store, ingest, log }: SamplesOptions) {
  let given: Promise<void> | undefined;

  /** Resolves when no offered sample is left in the store. */
  async function giveWay(): Promise<void> {
    const offered = (await objects.under(PREFIX)).filter(({ mark }) => mark === 'offered');
    for (const { key } of offered) {
      await objects.remove(key);
      // The bucket's own event comes after what is waiting; who brought the first sheet is not to see a sample beside it.
      const sequencer = await store.nextSequencer(key);
      await ingest.ingestObject({
        key,
        kind: 'changed',
        sequencer,
        time: new Date().toISOString(),
      });
    }
    if (offered.length > 0)
      log(
        phrase`${offered.length} sample sheets made way for yours; \`shisaku samples add\` brings them back`,
      );
  }

  async function isOwn(event: ObjectEvent): Promise<boolean> {
    if (event.kind !== 'created') return false;
    const samples = await objects.under(PREFIX);
    return samples.every(({ key, eTag }) => key !== event.key && eTag !== event.eTag);
  }

  return {
    /** Hands messages on; the first of an upload that is no sample takes the offered samples away before. */
    givingWay(consume: Consume): Consume {
      return async (event) => {
        for (const { body } of given ? [] : event.Records) {
          const own = await Promise.all(eventsIn(body).map(isOwn));
          if (own.includes(true)) given ??= giveWay();
        }
        await given?.catch((error: unknown) => {
          given = undefined;
          throw error;
        });
        return consume(event);
      };
    },

    /** Uploads the samples once in the life of a data directory, and only into an empty bucket; returns how many. */
    async offer(samplesDir: string, dataDir: string): Promise<number> {
      const marker = join(dataDir, 'samples-loaded');
      if ((await exists(marker)) || !(await objects.isBucketEmpty())) return 0;
      const added = await addSamples(objects, samplesDir, 'offered');
      if (added > 0) await writeDurably(marker, `${added}\n`);
      // Somebody may have been quicker.
      if (given) await giveWay();
      return added;
    },
  };
}

/** A message that nobody understands tells of nothing; whoever is to consume it says so. */
function eventsIn(body: string): ObjectEvent[] {
  try {
    return decodeNotification(body);
  } catch {
    return [];
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
