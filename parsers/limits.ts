/** How large a PDF may be to be read: the file in bytes, the document in pages. */
export type Limits = { readonly maxBytes: number; readonly maxPages: number };

export const DEFAULT_LIMITS: Limits = { maxBytes: 100_000_000, maxPages: 2000 };
