import { createHash } from 'node:crypto';
import { RUNS } from '../domain/prefixes.ts';
import type { Bucket } from '../ports/blobs.ts';

/** How one object ended, in short. */
interface Ending {
  readonly key: string;
  readonly outcome: string;
  readonly code: string | null;
}

/** Instead of accounts that are too long: the key of the object that holds them as JSON, and how each one ended. */
export interface Elsewhere {
  readonly details: string;
  readonly objects: readonly Ending[];
}

/**
 * Step Functions takes 262,144 bytes of JSON from a state, its own words about the call included.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const RESULT_BYTES = 100_000;
/** It cuts a cause at 32,768 characters; Lambda's says the message twice (its trace too), each with quotes escaped. */
export const MESSAGE_BYTES = 7_500;

/** The accounts as they are, or, where they are longer than so many bytes of JSON, what names the object they are put into. */
export async function withinBytes<A extends Ending>(
  bytes: number,
  accounts: readonly A[],
  details: string,
  bucket: Pick<Bucket, 'putJson'>,
): Promise<readonly A[] | Elsewhere> {
  const whole = JSON.stringify(accounts);
  if (Buffer.byteLength(whole) <= bytes) return accounts;
  await bucket.putJson(details, whole);
  return { details, objects: accounts.map(({ key, outcome, code }) => ({ key, outcome, code })) };
}

/** One for each batch of a run, told apart by its first object; the same when the batch comes again. */
export const detailsKey = (run: string, firstKey: string): string =>
  underRun('details', run, firstKey);

/** Where a run notes what it is about to publish of an object. */
export const noteKey = (run: string, key: string): string => underRun('published', run, key);

const underRun = (folder: string, run: string, key: string): string =>
  `${RUNS}${folder}/${run}/${createHash('sha256').update(key).digest('hex')}.json`;
