import type { Limits } from '../../parsers/limits.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import type { RefusalCode } from '../../parsers/records/refusal.ts';

/** What goes to the reading process … */
export type ReadRequest = { readonly bytes: Uint8Array; readonly limits: Limits };

/** … and what comes back: a record, a refusal of the document, or a fault of ours. */
export type ReadAnswer =
  | { readonly record: DocumentRecord }
  | { readonly refusal: { readonly code: RefusalCode; readonly message: string } }
  | { readonly fault: { readonly message: string; readonly stack?: string } };
