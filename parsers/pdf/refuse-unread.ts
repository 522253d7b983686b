import type { Limits } from '../limits.ts';
import { Refusal } from '../records/refusal.ts';

/** The specification wants `%PDF-` at the very beginning; readers look this far. */
const HEADER_WITHIN = 1024;

/**
 * What can be told of a file before any of it is read as a PDF; so cheap that nobody starts a process for it.
 * @throws Refusal `not-a-pdf`, `too-large`
 */
export function refuseUnread(bytes: Uint8Array, { maxBytes }: Pick<Limits, 'maxBytes'>): void {
  if (!hasHeader(bytes)) {
    throw new Refusal('not-a-pdf', 'The file does not begin as a PDF does (%PDF-).');
  }
  if (bytes.length > maxBytes) {
    throw new Refusal(
      'too-large',
      `The file has ${bytes.length} bytes; at most ${maxBytes} are read.`,
    );
  }
}

export function hasHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-');
}
