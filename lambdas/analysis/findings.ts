import type { Place } from '../../parsers/records/place.ts';
import { type Severity, type WarningCode, withSeverity } from '../../parsers/records/warning.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { findingInJapanese } from './findings-ja.ts';
import { referenceTo, type SheetReference } from './sheet-reference.ts';

/** What the reader doubts of a sheet, or what the paper itself contradicts. */
export interface Finding extends SheetReference {
  code: WarningCode;
  severity: Severity;
  message: string;
  /** the same in Japanese */
  messageJa: string;
  /** null for what is missing from the sheet as a whole */
  at: Place | null;
  pdfUrl: string;
}

export interface FindingFilters {
  readonly code?: WarningCode | undefined;
  readonly severity?: Severity | undefined;
}

/** The findings of one sheet, in the order of the sheet. */
export function findingsOf(record: RevisedSheet, { code, severity }: FindingFilters): Finding[] {
  const reference = referenceTo(record);
  return record.warnings
    .map(withSeverity)
    .filter((one) => (code ?? one.code) === one.code && (severity ?? one.severity) === one.severity)
    .map((one) => ({
      ...reference,
      code: one.code,
      severity: one.severity,
      message: one.message,
      messageJa: findingInJapanese(one),
      at: one.at ?? null,
      pdfUrl: pdfUrl(record.id, one.at ?? { page: record.pages.from }),
    }));
}
