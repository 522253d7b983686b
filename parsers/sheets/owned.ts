import type { Claims } from '../layout/claims.ts';
import type { SheetRecord } from '../records/sheet.ts';

/**
 * A sheet as it was read, and who has each printed character of it: what is claimed stands in the record, labels
 * something that does, or belongs to the page; all else is the record's leftovers, character for character.
 */
export type OwnedSheet = { readonly record: SheetRecord; readonly claims: Claims };
