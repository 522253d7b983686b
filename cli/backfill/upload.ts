import { setTimeout as pause } from 'node:timers/promises';
import type { Local } from '../local.ts';
import { again, type FileAccount, failed } from './account.ts';
import { type OpenedFile, openFile } from './file.ts';
import { inOrder } from './in-order.ts';
import type { SeenFile } from './sources.ts';

export interface FileUpload {
  /** files under way at a time */
  readonly width: number;
  /** tells of files that an earlier run dealt with what they were then */
  readonly resume: boolean;
  /** slug of whom the user says the sheets are of */
  readonly publisher?: string | undefined;
  /** begins with no more files, and waits for none */
  readonly stop: AbortSignal;
}

/** Waits for what became of a file. */
type Ending = () => Promise<FileAccount>;

const POLL_MS = 50;

/**
 * Uploads files one after the other, so that the bucket's order is theirs, and tells how each ended. What stands in the
 * bucket or was dealt with is not uploaded again: a run that was killed goes on where it was.
 */
export function uploadAll(
  files: readonly SeenFile[],
  { store, bucket, put, idle }: Local,
  { width, resume, publisher, stop }: FileUpload,
): AsyncGenerator<FileAccount> {
  const keys = new Set<string>();
  let down = false;

  return inOrder(
    files,
    width,
    async (seen) => {
      const ending = await guarded(
        seen.path,
        () => send(seen),
        (account): Ending =>
          async () =>
            account,
      );
      return { path: seen.path, ending };
    },
    ({ path, ending }) => guarded(path, ending, (account) => account),
  );

  /** A fault of the world is the end of one file; that the stack is gone, of all. */
  async function guarded<T>(
    path: string,
    work: () => Promise<T>,
    otherwise: (account: FileAccount) => T,
  ): Promise<T> {
    if (down) return otherwise(failed(path, 'unreachable'));
    if (stop.aborted) return otherwise(failed(path, 'interrupted'));
    try {
      return await work();
    } catch {
      down ||= !(await idle().then(
        () => true,
        () => false,
      ));
      return otherwise(failed(path, down ? 'unreachable' : 'stack-error'));
    }
  }

  async function send(seen: SeenFile): Promise<Ending> {
    const file = await openFile(seen, bucket.maxBytes, publisher);
    if ('outcome' in file) return async () => file;
    const { path, key } = file;
    if (keys.has(key)) {
      return async () => {
        const arrival = await store.arrival(key);
        return arrival ? { path, ...again(arrival) } : failed(path, 'given-up');
      };
    }
    keys.add(key);
    const arrival = await store.arrival(key);
    if (arrival) return async () => ({ path, ...(resume ? arrival : again(arrival)) });
    const stands = (await bucket.getObject(key)) !== undefined;
    if (!stands) await put(key, file.bytes);
    const { sha256 } = file;
    return () => settled({ path, key, sha256 }, seen, stands);
  }

  async function settled(
    { path, key, sha256 }: Omit<OpenedFile, 'bytes'>,
    seen: SeenFile,
    stoodBefore: boolean,
  ): Promise<FileAccount> {
    for (let mayPut = stoodBefore; !stop.aborted; await pause(POLL_MS)) {
      const nothingToDo = await idle();
      const arrival = await store.arrival(key);
      if (arrival) return { path, ...arrival };
      if (!nothingToDo) continue;
      if (!mayPut) {
        const document = await store.document(sha256);
        return failed(path, document?.error?.code ?? 'given-up');
      }
      // It stood there from before, and whoever was to read it has given up.
      const opened = await openFile(seen, bucket.maxBytes, publisher);
      if (!('bytes' in opened) || opened.key !== key) return failed(path, 'changed');
      await put(key, opened.bytes);
      mayPut = false;
    }
    return failed(path, 'interrupted');
  }
}
