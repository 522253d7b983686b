import { availableParallelism } from 'node:os';
import { sandboxBoundsOf } from './limits.ts';
import { type ReadPdf, sandboxedReader } from './sandbox.ts';

export { ReaderCrashed } from './crashed.ts';
export type { ReadPdf } from './sandbox.ts';

let read: ReadPdf | undefined;

/** The reader of this process, one reading per core at a time; bounds that are no good are told at the first reading. */
export const readPdf: ReadPdf = (bytes, options) => {
  read ??= sandboxedReader(availableParallelism(), sandboxBoundsOf(process.env));
  return read(bytes, options);
};
