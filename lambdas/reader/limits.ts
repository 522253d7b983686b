import { DEFAULT_LIMITS, type Limits } from '../../parsers/limits.ts';

/**
 * Bounds of one reading: of the file, and of the time (milliseconds) and memory (bytes) its process may take. Pages that
 * are pictures are read from their pixels where `ocr` says so; each adds its own time.
 */
export type SandboxBounds = Limits & {
  readonly timeoutMs: number;
  readonly scanPageMs: number;
  readonly maxMemory: number;
  readonly ocr: boolean;
};

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
 * `SHISAKU_TIMEOUT_MS` and `SHISAKU_MAX_MEMORY_MB` (of a Lambda function at most what it has). A sheet takes 300 MB; a page
 * that is a picture may take `SHISAKU_SCAN_PAGE_MS` more, unless `SHISAKU_OCR` is `off`.
 * @throws InvalidSetting with the variable's name
 */
export function sandboxBoundsOf(environment: Environment): SandboxBounds {
  const memoryMb = number(environment, 'SHISAKU_MAX_MEMORY_MB', 850, LEAST_MB);
  const functionMb = Number(environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? Infinity);
  return {
    maxBytes: number(environment, 'SHISAKU_MAX_BYTES', DEFAULT_LIMITS.maxBytes),
    maxPages: number(environment, 'SHISAKU_MAX_PAGES', DEFAULT_LIMITS.maxPages),
    timeoutMs: number(environment, 'SHISAKU_TIMEOUT_MS', 50_000),
    scanPageMs: number(environment, 'SHISAKU_SCAN_PAGE_MS', 60_000),
    ocr: isOn(environment, 'SHISAKU_OCR'),
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

function isOn(environment: Environment, name: string): boolean {
  const said = environment[name] ?? 'on';
  if (said !== 'on' && said !== 'off')
    throw new InvalidSetting(`${name}: ${said} is neither on nor off.`);
  return said === 'on';
}
