import { z } from 'zod';
import type { GetText } from '../../lambdas/adapters/s3/text.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
const Manifest = z.object({
  DestinationBucket: z.string(),
  ResultFiles: z.record(z.string(), z.array(z.object({ Key: z.string() }))),
});
const Batch = z.object({
  Input: z.string(),
  Output: z.string().optional(),
  Cause: z.string().optional(),
});
const Input = z.object({ Items: z.array(z.object({ Key: z.string() })) });
/** Accounts that are too long to be told at once are in an object of their own (lambdas/backfill/details.ts). */
const Elsewhere = z.object({ details: z.string() });
const Incomplete = z.object({ errorType: z.literal('BatchIncomplete'), errorMessage: z.string() });

/** What to say of an object whose batch says nothing: `not-begun`, or `batch-failed`. */
export type Lost<R> = (key: string, code: string) => R;

/** What became of every object of a run, as its result files tell. */
export async function readResults<R>(
  getText: GetText,
  bucket: string,
  manifestKey: string,
  lost: Lost<R>,
): Promise<R[]> {
  const { DestinationBucket, ResultFiles } = Manifest.parse(
    JSON.parse(await getText(bucket, manifestKey)),
  );
  const results: R[] = [];
  for (const { Key } of Object.values(ResultFiles).flat()) {
    const batches = z.array(Batch).parse(JSON.parse(await getText(DestinationBucket, Key)));
    for (const batch of batches) results.push(...(await resultsOf(batch)));
  }
  return results;

  /** A batch that ended tells of each object itself; of one that did not begin or was cut off only the names are known. */
  async function resultsOf({ Input: input, Output, Cause }: z.infer<typeof Batch>): Promise<R[]> {
    const told: unknown = Output === undefined ? messageOf(Cause) : JSON.parse(Output);
    if (told === undefined) {
      const { Items } = Input.parse(JSON.parse(input));
      return Items.map(({ Key }) => lost(Key, Cause === undefined ? 'not-begun' : 'batch-failed'));
    }
    return accountsIn(getText, DestinationBucket, told);
  }
}

/** The same where the run's own output has what every batch said, since nothing wrote it to a bucket. */
export async function readOutputs<R>(
  getText: GetText,
  bucket: string,
  outputs: readonly unknown[],
): Promise<R[]> {
  const results: R[] = [];
  for (const told of outputs) results.push(...(await accountsIn<R>(getText, bucket, told)));
  return results;
}

async function accountsIn<R>(getText: GetText, bucket: string, told: unknown): Promise<R[]> {
  const elsewhere = Elsewhere.safeParse(told);
  return elsewhere.success
    ? JSON.parse(await getText(bucket, elsewhere.data.details))
    : (told as R[]);
}

/** Undefined where the batch did not say it; Step Functions cuts a long cause off. */
function messageOf(cause: string | undefined): unknown {
  const incomplete = Incomplete.safeParse(parsed(cause));
  return incomplete.success ? parsed(incomplete.data.errorMessage) : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
