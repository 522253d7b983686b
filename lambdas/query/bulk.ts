/** What answers whole from every record there is: costs more the more there is, and is held back sooner than the rest. */
export const BULK_PATHS: readonly string[] = [
  '/v1/observations',
  '/v1/series',
  '/v1/findings',
  '/v1/changes',
];
