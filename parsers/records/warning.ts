import { z } from 'zod';
import { Place } from './place.ts';

/** `wrong` what may be wrong, `missing` what was not read, `note` what a reader should know. */
export const Severity = z.enum(['wrong', 'missing', 'note']);
export type Severity = z.infer<typeof Severity>;

/** Every code there is, with what it means for who relies on the record. */
const SEVERITIES = {
  'achievement-mismatch': 'wrong',
  'ambiguous-format': 'wrong',
  'ambiguous-publisher': 'wrong',
  annotation: 'note',
  'damaged-part': 'wrong',
  'doubtful-reading': 'wrong',
  'duplicate-sheet': 'missing',
  'heading-differs': 'note',
  'hidden-text': 'note',
  inferred: 'note',
  'initiative-without-indicator': 'note',
  'initiative-without-items': 'missing',
  'malformed-format': 'missing',
  'no-fiscal-year': 'missing',
  'no-text': 'missing',
  'ocr-layer': 'wrong',
  'ordinal-gap': 'wrong',
  'overlapping-text': 'wrong',
  'page-without-sheet': 'missing',
  'part-not-found': 'missing',
  'publisher-differs': 'note',
  repaired: 'note',
  'repeated-indicator': 'note',
  'repeated-item': 'note',
  'repeated-sheet': 'note',
  stamp: 'note',
  'struck-text': 'note',
  'turned-text': 'missing',
  'two-values': 'wrong',
  'unit-change': 'wrong',
  'unknown-kind': 'missing',
  'unknown-publisher': 'wrong',
  'unmapped-glyphs': 'missing',
  unread: 'missing',
  'unread-section': 'missing',
  'unread-table': 'missing',
} as const satisfies Record<string, Severity>;

export const WarningCode = z.enum(
  Object.keys(SEVERITIES) as [keyof typeof SEVERITIES, ...(keyof typeof SEVERITIES)[]],
);
export type WarningCode = z.infer<typeof WarningCode>;

const told = {
  code: WarningCode.meta({ description: 'stable', example: 'achievement-mismatch' }),
  severity: Severity.optional().meta({
    description:
      'wrong: what may be wrong; missing: what was not read; note. Earlier readers told none',
  }),
  message: z.string().meta({ description: 'a sentence for people' }),
};

/** A finding about what the paper says, beside the record and never a correction of it. */
export const Warning = z.object({
  ...told,
  candidates: z
    .array(z.string())
    .optional()
    .meta({
      description: 'what may stand there, as it was taken first',
      example: ['1,200', '1.200'],
    }),
  from: z.string().optional().meta({ description: 'of what was repaired: as it was read' }),
  to: z.string().optional().meta({ description: 'of what was repaired: as it is taken' }),
  at: Place.optional(),
});
export type Warning = z.infer<typeof Warning>;

/** A finding about the document as a whole; `page` is 1-based. */
export const DocumentWarning = z.object({ ...told, page: z.int().min(1).optional() });
export type DocumentWarning = z.infer<typeof DocumentWarning>;

/** The same warning with what its code means. */
export function withSeverity<W extends { readonly code: WarningCode }>(
  warning: W,
): W & { severity: Severity } {
  return { ...warning, severity: SEVERITIES[warning.code] };
}
