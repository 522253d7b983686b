import { availableParallelism } from 'node:os';
import { fencedReader, type ReadPdf } from './fence.ts';
import { fenceOf } from './limits.ts';

export { ReaderCrashed } from './crashed.ts';
export type { ReadPdf } from './fence.ts';

let read: ReadPdf | undefined;

/** The reader of this process, one reading per core at a time; bounds that are no good are told at the first reading. */
export const readPdf: ReadPdf = (bytes, options) => {
  read ??= fencedReader(availableParallelism(), fenceOf(process.env));
  return read(bytes, options);
};
