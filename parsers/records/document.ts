import { z } from 'zod';
import { SheetRecord } from './sheet.ts';
import { TextSource } from './text-source.ts';
import { DocumentWarning } from './warning.ts';

/** The PDF itself: identity is content, never the file name. */
export const DocumentFacts = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  pages: z.int().min(1),
  textSource: TextSource,
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** What `parse` gives for one PDF. */
export const DocumentRecord = z.object({
  document: DocumentFacts,
  sheets: z.array(SheetRecord),
  warnings: z.array(DocumentWarning),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;
