import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../parsers/limits.ts';
import type { Fence } from './fence.ts';

const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const Environment = z.object({
  SHISAKU_MAX_BYTES: positive(DEFAULT_LIMITS.maxBytes),
  SHISAKU_MAX_PAGES: positive(DEFAULT_LIMITS.maxPages),
  SHISAKU_TIMEOUT_MS: positive(60_000),
});

/** The bounds of one reading as the environment sets them; throws with the variable's name when one is no number. */
export function fenceOf(environment: Readonly<Record<string, string | undefined>>): Fence {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new Error(`Limits: ${z.prettifyError(read.error)}`);
  return {
    maxBytes: read.data.SHISAKU_MAX_BYTES,
    maxPages: read.data.SHISAKU_MAX_PAGES,
    timeoutMs: read.data.SHISAKU_TIMEOUT_MS,
  };
}
