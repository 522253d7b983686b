import { z } from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../../parsers/limits.ts';

/** Bounds of one reading: of the file, and of the time (milliseconds) and memory (bytes) its process may take. */
export type Fence = Limits & { readonly timeoutMs: number; readonly maxMemory: number };

/** A bound in the environment that is none. */
export class InvalidSetting extends Error {
  override readonly name = 'InvalidSetting';
  readonly code = 'invalid-setting';
}

const MB = 1024 * 1024;
/** With less a reading process does not even begin. */
const LEAST_MB = 200;
/** What a Lambda function's own process takes of its memory, in MB. */
const HANDLER_MB = 224;

const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const Environment = z
  .object({
    SHISAKU_MAX_BYTES: positive(DEFAULT_LIMITS.maxBytes),
    SHISAKU_MAX_PAGES: positive(DEFAULT_LIMITS.maxPages),
    SHISAKU_TIMEOUT_MS: positive(50_000),
    SHISAKU_MAX_MEMORY_MB: z.coerce.number().int().min(LEAST_MB).default(850),
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: z.coerce.number().default(Infinity),
  })
  .transform((read) => ({
    maxBytes: read.SHISAKU_MAX_BYTES,
    maxPages: read.SHISAKU_MAX_PAGES,
    timeoutMs: read.SHISAKU_TIMEOUT_MS,
    maxMemory:
      MB * Math.min(read.SHISAKU_MAX_MEMORY_MB, read.AWS_LAMBDA_FUNCTION_MEMORY_SIZE - HANDLER_MB),
  }));

/**
 * The bounds of one reading as the environment sets them: `SHISAKU_MAX_BYTES`, `SHISAKU_MAX_PAGES`,
 * `SHISAKU_TIMEOUT_MS` and `SHISAKU_MAX_MEMORY_MB` (of a Lambda function at most what it has). A sheet takes 300 MB.
 * @throws InvalidSetting with the variable's name
 */
export function fenceOf(environment: Readonly<Record<string, string | undefined>>): Fence {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InvalidSetting(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  return read.data;
}
