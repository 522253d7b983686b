import { Duration } from 'aws-cdk-lib/core';

/** A minute for reading, the rest for fetching 100 MB and writing a book of sheets. */
export const INGEST_TIMEOUT = Duration.minutes(2);
/** What an HTTP API waits for at most is 30 seconds. */
export const QUERY_TIMEOUT = Duration.seconds(29);
/** Lambda's longest. */
export const BACKFILL_TIMEOUT = Duration.minutes(15);
