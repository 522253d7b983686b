import type { DocumentRecord } from '../../parsers/records/document.ts';
import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { FormatFile } from './format-files.ts';
import type { SandboxBounds } from './limits.ts';

/** What the reading process says first: it has begun and waits for a document. */
export const READY = 'ready';

/** What the reading process says when it begins to read a page from its pixels: that takes its time. */
export const SCANNING = 'scanning';

/** What a reading is told beside the document. */
export type ReadOptions = {
  /** formats beside those that come with shisaku */
  readonly formats?: readonly FormatFile[];
  /** whose the sheets are, where the uploader says it: a slug, a code or a name */
  readonly publisher?: string | undefined;
};

/** What goes to the reading process … */
export type ReadRequest = {
  readonly bytes: Uint8Array;
  readonly bounds: SandboxBounds;
  readonly options: ReadOptions;
};

type RefusalSaid = { readonly code: RefusalCode; readonly message: string };

/** … what comes of it: a record, a refusal of the document, or a fault of ours … */
export type ReadAnswer =
  | { readonly record: DocumentRecord }
  | { readonly refusal: RefusalSaid }
  | { readonly fault: { readonly message: string; readonly stack?: string } };

/** … and what comes back; a spent process is not to be asked again. */
export type ReadReply = { readonly answer: ReadAnswer; readonly spent: boolean };

/** What a process says last that took too much memory, by V8 or by its guard. */
export const OUT_OF_MEMORY = 'out of memory';

export const TOO_MUCH_MEMORY: RefusalSaid = {
  code: 'too-large',
  message: 'Reading takes more memory than one document may have, and was stopped.',
};

export const BROKEN_REFERENCES: RefusalSaid = {
  code: 'damaged-pdf',
  message: 'The PDF cannot be read in full: its cross-references lead nowhere.',
};
