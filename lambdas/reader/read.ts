import { availableParallelism } from 'node:os';
import { fencedReader, type ReadPdf } from './fence.ts';
import { fenceOf } from './limits.ts';

export { ReaderCrashed } from './crashed.ts';
export type { ReadPdf } from './fence.ts';

/** The reader of this process, one reading per core at a time. */
export const readPdf: ReadPdf = fencedReader(availableParallelism(), fenceOf(process.env));
