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

/**
 * The bounds of one reading as the environment sets them: `SHISAKU_MAX_BYTES`, `SHISAKU_MAX_PAGES`,
 * `SHISAKU_TIMEOUT_MS` and `SHISAKU_MAX_MEMORY_MB` (of a Lambda function at most what it has). A sheet takes 300 MB.
 * @throws InvalidSetting with the variable's name
 */
export function fenceOf(environment: Environment): Fence {
  const memoryMb = number(environment, 'SHISAKU_MAX_MEMORY_MB', 850, LEAST_MB);
  const functionMb = Number(environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? Infinity);
  return {
    maxBytes: number(environment, 'SHISAKU_MAX_BYTES', DEFAULT_LIMITS.maxBytes),
    maxPages: number(environment, 'SHISAKU_MAX_PAGES', DEFAULT_LIMITS.maxPages),
    timeoutMs: number(environment, 'SHISAKU_TIMEOUT_MS', 50_000),
    maxMemory: MB * Math.min(memoryMb, functionMb - HANDLER_MB),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

function number(environment: Environment, name: string, fallback: number, least = 1): number {
  const said = environment[name];
  if (said === undefined) return fallback;
  const value = Number(said);
  if (said.trim() === '' || !Number.isSafeInteger(value) || value < least) {
    throw new InvalidSetting(`${name}: ${said} is no whole number from ${least}.`);
  }
  return value;
}
